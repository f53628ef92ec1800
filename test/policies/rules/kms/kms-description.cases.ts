import { rule } from "../../../../policies/rules/kms/kms-description.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "said", { description: "Encrypts the state." })],
  violating: [
    ...onEach(rule.types, "not said", {}, ["description"]),
    ...onEach(rule.types, "empty", { description: "" }, ["description"]),
  ],
  unknown: [...onEach(rule.types, "unknown", { description: UNKNOWN }, ["description"])],
  malformed: [...onEach(rule.types, "a number", { description: 7 }, ["description"])],
};
