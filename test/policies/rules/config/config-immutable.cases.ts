import { rule } from "../../../../policies/rules/config/config-immutable.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: onEach(rule.kinds, "immutable", { immutable: true }),
  violating: [
    ...onEach(rule.kinds, "not said", { data: {} }, ["immutable"]),
    ...onEach(rule.kinds, "mutable", { immutable: false }, ["immutable"]),
  ],
  unknown: onEach(rule.kinds, "unknown", { immutable: UNKNOWN }, ["immutable"]),
  malformed: onEach(rule.kinds, "text", { immutable: "true" }, ["immutable"]),
};
