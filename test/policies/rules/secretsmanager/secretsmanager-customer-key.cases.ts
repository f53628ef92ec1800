import { rule } from "../../../../policies/rules/secretsmanager/secretsmanager-customer-key.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "a key", { kmsKeyId: "alias/shop" })],
  violating: [
    ...onEach(rule.types, "by default", {}, ["kmsKeyId"]),
    ...onEach(rule.types, "the default by name", { kmsKeyId: "alias/aws/secretsmanager" }, ["kmsKeyId"]),
  ],
  unknown: [...onEach(rule.types, "unknown", { kmsKeyId: UNKNOWN }, ["kmsKeyId"])],
  malformed: [...onEach(rule.types, "a number", { kmsKeyId: 7 }, ["kmsKeyId"])],
};
