import { rule } from "../../../../policies/rules/ecr/ecr-immutable-tags.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "immutable", { imageTagMutability: "IMMUTABLE" })],
  violating: [
    ...onEach(rule.types, "mutable", { imageTagMutability: "MUTABLE" }, ["imageTagMutability"]),
    ...onEach(rule.types, "by default", {}, ["imageTagMutability"]),
  ],
  unknown: [...onEach(rule.types, "unknown", { imageTagMutability: UNKNOWN }, ["imageTagMutability"])],
  malformed: [...onEach(rule.types, "text", { imageTagMutability: "yes" }, ["imageTagMutability"])],
};
