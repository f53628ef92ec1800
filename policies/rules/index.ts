import type { Rule } from "../rule.ts";
import { rule as containerProbes } from "./container-probes.ts";
import { rule as containerResourceLimits } from "./container-resource-limits.ts";
import { rule as imageTagPinned } from "./image-tag-pinned.ts";
import { rule as pssBaselinePrivileged } from "./pss-baseline-privileged.ts";
import { rule as pssRestrictedRunAsNonRoot } from "./pss-restricted-run-as-non-root.ts";

/** Every rule of the pack, in the order in which reports list them. */
export const table: readonly Rule[] = [
  pssBaselinePrivileged,
  pssRestrictedRunAsNonRoot,
  imageTagPinned,
  containerResourceLimits,
  containerProbes,
];
