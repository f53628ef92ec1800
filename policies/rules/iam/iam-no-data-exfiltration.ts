import { forbidsOnEverything, IDENTITY_POLICIES } from "../../aws/iam.ts";
import { checkov } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** One stolen identity should not open every bucket and every secret of the account. */
export const rule: TypeRule = {
  name: "iam-no-data-exfiltration",
  description: "No policy may let its holder read all data.",
  level: mandatoryInProd,
  severity: "high",
  framework: checkov("CKV_AWS_288"),
  remediation: "List the buckets, parameters and secrets that are read.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  types: IDENTITY_POLICIES,
  checkResource: forbidsOnEverything(
    [
      "s3:GetObject",
      "ssm:GetParameter",
      "ssm:GetParameters",
      "ssm:GetParametersByPath",
      "secretsmanager:GetSecretValue",
      "dynamodb:Scan",
    ],
    "must not allow to read every bucket, parameter or secret; list those that are read",
  ),
};
