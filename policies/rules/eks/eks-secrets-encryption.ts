import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { and, not, some } from "../../values/truth.ts";

/** A backup of the control plane's storage is then worth nothing without the key. */
export const rule: TypeRule = {
  name: "eks-secrets-encryption",
  description: "Secrets of a cluster must be encrypted with a KMS key.",
  level: mandatory,
  severity: "high",
  framework: checkov("CKV_AWS_58"),
  remediation: "Set encryptionConfig: { resources: [secrets], provider: { keyArn } }.",
  url: "https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
  types: [aws("eks", "Cluster")],
  checkResource({ props }, require) {
    const config = props.at("encryptionConfig");
    const covered = some(config.at("resources").items(), (each) => each.is("secrets"));
    const holds = and(covered, not(config.at("provider", "keyArn").absent));
    require(holds, config, "must cover secrets with a key, so that they are not stored in the clear");
  },
};
