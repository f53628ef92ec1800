import type { Rule } from "../../rule.ts";
import { rule as secretsmanagerCustomerKey } from "./secretsmanager-customer-key.ts";
import { rule as secretsmanagerPolicyNotPublic } from "./secretsmanager-policy-not-public.ts";
import { rule as secretsmanagerRecoveryWindow } from "./secretsmanager-recovery-window.ts";
import { rule as secretsmanagerRotation } from "./secretsmanager-rotation.ts";
import { rule as secretsmanagerValueSecret } from "./secretsmanager-value-secret.ts";

export const secretsmanager: readonly Rule[] = [
  secretsmanagerCustomerKey,
  secretsmanagerRecoveryWindow,
  secretsmanagerPolicyNotPublic,
  secretsmanagerValueSecret,
  secretsmanagerRotation,
];
