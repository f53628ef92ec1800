import { aws } from "../../aws/types.ts";
import { allowsAction, oneOrMany, statementsOf, allowsAnything } from "../../aws/policy-document.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { and, every, not, or, some, type Truth } from "../../values/truth.ts";

/** Without a subject every pipeline of the provider, or every pod of the cluster, may assume the role. */
export const rule: TypeRule = {
  name: "iam-oidc-trust-limited",
  description: "A role for an OpenID Connect provider must name subject and audience.",
  level: mandatory,
  severity: "critical",
  framework: checkov("CKV_AWS_358"),
  remediation:
    "Add conditions on <issuer>:sub and <issuer>:aud; for GitHub name the repository and the branch or environment.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html",
  types: [aws("iam", "Role")],
  checkResource({ props }, require) {
    for (const statement of statementsOf(props.at("assumeRolePolicy"))) {
      const trusts = and(allowsAnything(statement), allowsAction(statement, "sts:AssumeRoleWithWebIdentity"));
      if (trusts === false) continue;
      const condition = statement.at("Condition");
      for (const claim of ["sub", "aud"]) {
        const holds = or(not(trusts), names(condition, claim));
        require(holds, condition, `must name the ${claim} of the token, or everybody with a token of the issuer may assume the role`);
      }
    }
  },
};

/** Whether a condition ties the claim to some value; a pattern must say more than the kind of the subject. */
function names(condition: Field, claim: string): Truth {
  return some(["StringEquals", "StringLike"], (operator) =>
    some(condition.at(operator).entries(), ({ key, field }) => {
      if (key === "?") return "unknown";
      if (!key.endsWith(`:${claim}`)) return false;
      const values = oneOrMany(field);
      return and(
        values.length > 0,
        every(values, (value) => value.test(saysSomething)),
      );
    }),
  );
}

function saysSomething(value: unknown): boolean {
  return typeof value === "string" && !/^(?:\w+:)?[*?]*$/.test(value);
}
