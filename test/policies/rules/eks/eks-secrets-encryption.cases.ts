import { rule } from "../../../../policies/rules/eks/eks-secrets-encryption.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const encrypted = (resources: unknown, keyArn: unknown = "arn:1") => ({
  encryptionConfig: { resources, provider: { keyArn } },
});
const FIELD = ["encryptionConfig"];

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "with a key", encrypted(["secrets"]))],
  violating: [
    ...onEach(rule.types, "not said", {}, FIELD),
    ...onEach(rule.types, "without a key", encrypted(["secrets"], null), FIELD),
    ...onEach(rule.types, "nothing", encrypted([]), FIELD),
  ],
  unknown: [...onEach(rule.types, "unknown resources", encrypted(UNKNOWN), FIELD)],
  malformed: [...onEach(rule.types, "text", { encryptionConfig: "secrets" }, FIELD)],
};
