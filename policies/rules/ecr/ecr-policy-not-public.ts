import { aws } from "../../aws/types.ts";
import { forbidsEverybody } from "../../aws/policy-document.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";

/** Whoever pulls an image has its code, and whatever was left in its layers. */
export const rule: TypeRule = {
  name: "ecr-policy-not-public",
  description: "No repository may let everybody in.",
  level: mandatory,
  severity: "critical",
  framework: checkov("CKV_AWS_32"),
  remediation: "Name the accounts or roles that pull.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html",
  types: [aws("ecr", "RepositoryPolicy")],
  checkResource({ props }, require) {
    forbidsEverybody(props.at("policy"), require);
  },
};
