import { forbidsOnEverything, IDENTITY_POLICIES } from "../../aws/iam.ts";
import { checkov } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** Credentials that were made for another identity act as that. */
export const rule: TypeRule = {
  name: "iam-no-credentials-exposure",
  description: "No policy may let its holder make credentials of anybody.",
  level: mandatoryInProd,
  severity: "high",
  framework: checkov("CKV_AWS_287"),
  remediation: "Limit the action to the holder's own user or role.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
  types: IDENTITY_POLICIES,
  checkResource: forbidsOnEverything(
    [
      "iam:CreateAccessKey",
      "iam:UpdateAccessKey",
      "iam:CreateServiceSpecificCredential",
      "iam:ResetServiceSpecificCredential",
      "sts:AssumeRole",
      "sts:GetFederationToken",
      "rds-db:connect",
    ],
    "must not allow to make credentials of every identity; limit the resources",
  ),
};
