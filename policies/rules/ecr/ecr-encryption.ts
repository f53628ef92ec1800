import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { some } from "../../values/truth.ts";

/** A key of one's own can be taken away, and its use is logged. */
export const rule: TypeRule = {
  name: "ecr-encryption",
  description: "Repositories must be encrypted with a KMS key.",
  level: mandatoryInProd,
  severity: "medium",
  framework: checkov("CKV_AWS_136"),
  remediation: "Set encryptionConfigurations: [{ encryptionType: KMS, kmsKey }].",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html",
  types: [aws("ecr", "Repository")],
  checkResource({ props }, require) {
    const configurations = props.at("encryptionConfigurations");
    const encrypts = some(configurations.items(), (each) => each.at("encryptionType").isOneOf(["KMS", "KMS_DSSE"]));
    require(encrypts, configurations, "must have the type KMS, so that access to the images can be taken away with the key");
  },
};
