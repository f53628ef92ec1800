import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { not } from "../../values/truth.ts";

const ATTACHMENTS = ["PolicyAttachment", "RolePolicyAttachment", "UserPolicyAttachment", "GroupPolicyAttachment"].map(
  (name) => aws("iam", name),
);

/** AWS's own name for everything. */
export const rule: TypeRule = {
  name: "iam-no-administrator-access",
  description: "Nothing may have the policy AdministratorAccess.",
  level: mandatory,
  severity: "critical",
  framework: checkov("CKV_AWS_274"),
  remediation: "Attach a policy with what is needed.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  types: [...ATTACHMENTS, aws("iam", "Role")],
  checkResource({ props }, require) {
    for (const arn of [props.at("policyArn"), ...props.at("managedPolicyArns").items()]) {
      const holds = not(arn.test(isAdministrator));
      require(holds, arn, "must not be AdministratorAccess; attach a policy with what is needed");
    }
  },
};

function isAdministrator(arn: unknown): boolean {
  return typeof arn === "string" && /^arn:[\w-]+:iam::aws:policy\/AdministratorAccess$/.test(arn);
}
