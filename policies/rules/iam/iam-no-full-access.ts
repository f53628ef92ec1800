import { forbidsOnEverything, IDENTITY_POLICIES } from "../../aws/iam.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** An administrator under another name. */
export const rule: TypeRule = {
  name: "iam-no-full-access",
  description: "No policy may allow every action on every resource.",
  level: mandatory,
  severity: "critical",
  framework: checkov("CKV_AWS_62, CKV_AWS_63"),
  remediation: "List the actions and resources that are needed.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  types: IDENTITY_POLICIES,
  checkResource: forbidsOnEverything(["*"], "must not be * on *: it is an administrator; list what is needed"),
};
