import { rule } from "../../../../policies/rules/kms/kms-deletion-window.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "a month", { deletionWindowInDays: 30 }), ...onEach(rule.types, "by default", {})],
  violating: [...onEach(rule.types, "a day", { deletionWindowInDays: 1 }, ["deletionWindowInDays"])],
  unknown: [...onEach(rule.types, "unknown", { deletionWindowInDays: UNKNOWN }, ["deletionWindowInDays"])],
  malformed: [...onEach(rule.types, "text", { deletionWindowInDays: "yes" }, ["deletionWindowInDays"])],
};
