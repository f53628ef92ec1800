import { rule } from "../../../../policies/rules/iam/iam-no-user-policies.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "none", {})],
  violating: [...onEach(rule.types, "a user", { user: "ada" }, ["user"])],
  unknown: [...onEach(rule.types, "unknown", { user: UNKNOWN }, ["user"])],
  malformed: [...onEach(rule.types, "text", { user: "yes" }, ["user"])],
};
