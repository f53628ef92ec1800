import { aws } from "../../aws/types.ts";
import { isForEverybody, oneOrMany, statementsOf, allowsAnything } from "../../aws/policy-document.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { and, not, or, some } from "../../values/truth.ts";

/** A whole account is everybody in it who may assume roles. */
export const rule: TypeRule = {
  name: "iam-trust-limited",
  description: "A role must name who may assume it.",
  level: mandatory,
  severity: "critical",
  framework: checkov("CKV_AWS_60, CKV_AWS_61"),
  remediation: "Name the roles or services; for a whole account add a condition, such as sts:ExternalId.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html",
  types: [aws("iam", "Role")],
  checkResource({ props }, require) {
    for (const statement of statementsOf(props.at("assumeRolePolicy"))) {
      const principals = oneOrMany(statement.at("Principal", "AWS"));
      const wholeAccount = some(principals, (principal) => principal.test(isAccount));
      const open = and(
        allowsAnything(statement),
        or(isForEverybody(statement), wholeAccount),
        statement.at("Condition").absent,
      );
      require(not(open), statement.at(
        "Principal",
      ), "must name roles or services: everybody, or everybody of an account, may assume it");
    }
  },
};

function isAccount(principal: unknown): boolean {
  return typeof principal === "string" && /^(?:arn:[\w-]+:iam::)?\d{12}(?::root)?$/.test(principal);
}
