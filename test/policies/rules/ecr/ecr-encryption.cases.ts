import { rule } from "../../../../policies/rules/ecr/ecr-encryption.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "by a key", { encryptionConfigurations: [{ encryptionType: "KMS" }] })],
  violating: [
    ...onEach(rule.types, "by the default", { encryptionConfigurations: [{ encryptionType: "AES256" }] }, [
      "encryptionConfigurations",
    ]),
    ...onEach(rule.types, "not said", {}, ["encryptionConfigurations"]),
  ],
  unknown: [...onEach(rule.types, "unknown", { encryptionConfigurations: UNKNOWN }, ["encryptionConfigurations"])],
  malformed: [...onEach(rule.types, "text", { encryptionConfigurations: "yes" }, ["encryptionConfigurations"])],
};
