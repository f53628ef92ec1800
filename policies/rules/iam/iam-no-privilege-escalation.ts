import { forbidsOnEverything, IDENTITY_POLICIES } from "../../aws/iam.ts";
import { checkov } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** Each of these actions on everything makes its holder an administrator. */
export const rule: TypeRule = {
  name: "iam-no-privilege-escalation",
  description: "No policy may let its holder take more rights.",
  level: mandatoryInProd,
  severity: "critical",
  framework: checkov("CKV_AWS_286"),
  remediation: "Limit the actions to the resources that are meant, or add a permissions boundary as a condition.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  types: IDENTITY_POLICIES,
  checkResource: forbidsOnEverything(
    [
      "iam:CreatePolicyVersion",
      "iam:SetDefaultPolicyVersion",
      "iam:PassRole",
      "iam:CreateLoginProfile",
      "iam:UpdateLoginProfile",
      "iam:AttachUserPolicy",
      "iam:AttachGroupPolicy",
      "iam:AttachRolePolicy",
      "iam:PutUserPolicy",
      "iam:PutGroupPolicy",
      "iam:PutRolePolicy",
      "iam:AddUserToGroup",
      "iam:UpdateAssumeRolePolicy",
    ],
    "must not allow to take more rights on every resource: its holder can become administrator; limit the resources",
  ),
};
