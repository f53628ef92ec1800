import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** What one person may do is then seen in one place. */
export const rule: TypeRule = {
  name: "iam-no-user-policies",
  description: "Policies should be attached to groups and roles, not to users.",
  level: advisory,
  severity: "low",
  framework: checkov("CKV_AWS_40"),
  remediation: "Attach the policy to a group or a role.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  types: [aws("iam", "UserPolicy"), aws("iam", "UserPolicyAttachment")],
  checkResource({ props }, require) {
    const user = props.at("user");
    require(user.absent, user, "should be a group or a role: rights of single users are overlooked when people leave");
  },
};
