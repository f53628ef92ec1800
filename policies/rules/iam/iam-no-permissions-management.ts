import { forbidsOnEverything, IDENTITY_POLICIES } from "../../aws/iam.ts";
import { checkov } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** A resource's policy may let in another account. */
export const rule: TypeRule = {
  name: "iam-no-permissions-management",
  description: "No policy may let its holder open resources to others.",
  level: mandatoryInProd,
  severity: "high",
  framework: checkov("CKV_AWS_289"),
  remediation: "Limit the action to the resources that the holder manages.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html",
  types: IDENTITY_POLICIES,
  checkResource: forbidsOnEverything(
    [
      "s3:PutBucketPolicy",
      "s3:PutBucketAcl",
      "s3:DeleteBucketPolicy",
      "s3:PutBucketPublicAccessBlock",
      "kms:PutKeyPolicy",
      "kms:CreateGrant",
      "ecr:SetRepositoryPolicy",
      "secretsmanager:PutResourcePolicy",
      "lambda:AddPermission",
      "sqs:AddPermission",
      "sns:AddPermission",
    ],
    "must not allow to change the policies of every resource: it can let anybody in; limit the resources",
  ),
};
