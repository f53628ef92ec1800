import { rule } from "../../../../policies/rules/iam/iam-oidc-trust-limited.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const trust = (...Statement: unknown[]) => ({ assumeRolePolicy: JSON.stringify({ Statement }) });
const issuer = "token.actions.githubusercontent.com";
const allow = (Condition: unknown) => ({
  Effect: "Allow",
  Action: "sts:AssumeRoleWithWebIdentity",
  Principal: { Federated: "arn:1" },
  Condition,
});
const aud = { [`${issuer}:aud`]: "sts.amazonaws.com" };
const sub = { [`${issuer}:sub`]: "repo:acme/shop:environment:prod" };
const FIELD = "assumeRolePolicy.Statement[0].Condition";

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.types, "both, equal", trust(allow({ StringEquals: { ...aud, ...sub } }))),
    ...onEach(
      rule.types,
      "both, alike",
      trust(allow({ StringEquals: aud, StringLike: { [`${issuer}:sub`]: ["repo:acme/shop:*"] } })),
    ),
  ],
  violating: [
    ...onEach(rule.types, "no condition", trust(allow(undefined)), [FIELD, FIELD]),
    ...onEach(rule.types, "no subject", trust(allow({ StringEquals: aud })), [FIELD]),
    ...onEach(rule.types, "any subject", trust(allow({ StringEquals: aud, StringLike: { [`${issuer}:sub`]: "*" } })), [
      FIELD,
    ]),
    ...onEach(
      rule.types,
      "any repository",
      trust(allow({ StringEquals: aud, StringLike: { [`${issuer}:sub`]: "repo:*" } })),
      [FIELD],
    ),
  ],
  unknown: [
    ...onEach(rule.types, "unknown", { assumeRolePolicy: UNKNOWN }, [
      "assumeRolePolicy.Statement[?].Condition",
      "assumeRolePolicy.Statement[?].Condition",
    ]),
  ],
  malformed: [
    ...onEach(rule.types, "a condition that is text", trust(allow("sub")), [FIELD, FIELD]),
    ...onEach(rule.types, "no JSON", { assumeRolePolicy: "{" }),
  ],
};
