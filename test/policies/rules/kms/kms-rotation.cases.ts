import { rule } from "../../../../policies/rules/kms/kms-rotation.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.types, "on", { enableKeyRotation: true }),
    ...onEach(rule.types, "asymmetric", { customerMasterKeySpec: "RSA_2048" }),
  ],
  violating: [
    ...onEach(rule.types, "off", { enableKeyRotation: false }, ["enableKeyRotation"]),
    ...onEach(rule.types, "by default", { customerMasterKeySpec: "SYMMETRIC_DEFAULT" }, ["enableKeyRotation"]),
  ],
  unknown: [...onEach(rule.types, "unknown", { enableKeyRotation: UNKNOWN }, ["enableKeyRotation"])],
  malformed: [...onEach(rule.types, "text", { enableKeyRotation: "yes" }, ["enableKeyRotation"])],
};
