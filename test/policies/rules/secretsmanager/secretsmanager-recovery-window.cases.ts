import { rule } from "../../../../policies/rules/secretsmanager/secretsmanager-recovery-window.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "a month", { recoveryWindowInDays: 30 }), ...onEach(rule.types, "by default", {})],
  violating: [...onEach(rule.types, "none", { recoveryWindowInDays: 0 }, ["recoveryWindowInDays"])],
  unknown: [...onEach(rule.types, "unknown", { recoveryWindowInDays: UNKNOWN }, ["recoveryWindowInDays"])],
  malformed: [...onEach(rule.types, "text", { recoveryWindowInDays: "yes" }, ["recoveryWindowInDays"])],
};
