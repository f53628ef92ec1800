import type { Rule } from "../rule.ts";
import { rule as pssBaselinePrivileged } from "./pss-baseline-privileged.ts";

/** Every rule of the pack, in the order in which reports list them. */
export const table: readonly Rule[] = [pssBaselinePrivileged];
