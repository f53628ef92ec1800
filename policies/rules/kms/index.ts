import type { Rule } from "../../rule.ts";
import { rule as kmsDeletionWindow } from "./kms-deletion-window.ts";
import { rule as kmsDescription } from "./kms-description.ts";
import { rule as kmsEnabled } from "./kms-enabled.ts";
import { rule as kmsNoLockoutBypass } from "./kms-no-lockout-bypass.ts";
import { rule as kmsPolicyDefined } from "./kms-policy-defined.ts";
import { rule as kmsPolicyNotPublic } from "./kms-policy-not-public.ts";
import { rule as kmsRotation } from "./kms-rotation.ts";

export const kms: readonly Rule[] = [
  kmsRotation,
  kmsPolicyNotPublic,
  kmsNoLockoutBypass,
  kmsDeletionWindow,
  kmsEnabled,
  kmsDescription,
  kmsPolicyDefined,
];
