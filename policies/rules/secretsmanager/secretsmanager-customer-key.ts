import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** The default key cannot be shared with another account, nor be taken away. */
export const rule: TypeRule = {
  name: "secretsmanager-customer-key",
  description: "Secrets must be encrypted with a key of your own.",
  level: mandatoryInProd,
  severity: "medium",
  framework: checkov("CKV_AWS_149"),
  remediation: "Set kmsKeyId to a key of your own.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html",
  types: [aws("secretsmanager", "Secret")],
  checkResource({ props }, require) {
    const key = props.at("kmsKeyId");
    const holds = key.test(
      (value) => typeof value === "string" && value !== "" && value !== "alias/aws/secretsmanager",
    );
    require(holds, key, "must be a key of your own, which can be taken away");
  },
};
