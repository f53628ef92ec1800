import { aws } from "../../aws/types.ts";
import { security } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** An access key works from anywhere until somebody remembers to delete it. */
export const rule: TypeRule = {
  name: "iam-no-user-keys",
  description: "People and machines should not have long-lived access keys.",
  level: advisory,
  severity: "medium",
  framework: security,
  remediation:
    "Use roles: OpenID Connect in pipelines, IRSA or Pod Identity in clusters, IAM Identity Center for people.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
  types: [aws("iam", "AccessKey")],
  checkResource({ props }, require) {
    const user = props.at("user");
    const inactive = props.at("status").is("Inactive");
    require(inactive, user, "should have no access key: it works from anywhere until it is deleted; use a role");
  },
};
