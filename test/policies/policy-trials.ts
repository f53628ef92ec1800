import type { TypeRule } from "../../policies/rule.ts";
import { onEach, type RuleCases } from "./cases.ts";
import { UNKNOWN } from "./pods.ts";

const policy = (...Statement: unknown[]) => ({ policy: JSON.stringify({ Version: "2012-10-17", Statement }) });
const PRINCIPAL = "policy.Statement[1].Principal";

/**
 * Cases of a rule that a resource's policy lets in nobody but named principals.
 *
 * @param Action an action of the service, as its policies name it
 */
export function publicPolicyCases(rule: TypeRule, Action: string): RuleCases {
  const mine = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:role/ci" }, Action };
  return {
    rule,
    compliant: [
      ...onEach(rule.types, "named principals", policy(mine)),
      ...onEach(
        rule.types,
        "everybody of an organisation",
        policy({ ...mine, Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
      ),
      ...onEach(rule.types, "everybody is refused", policy(mine, { ...mine, Effect: "Deny", Principal: "*" })),
    ],
    violating: [
      ...onEach(rule.types, "everybody", policy(mine, { ...mine, Principal: "*" }), [PRINCIPAL]),
      ...onEach(
        rule.types,
        "every account",
        policy(mine, { ...mine, Principal: { AWS: ["arn:aws:iam::123456789012:root", "*"] } }),
        [PRINCIPAL],
      ),
      ...onEach(rule.types, "a document that is no text", { policy: { Statement: { ...mine, Principal: "*" } } }, [
        "policy.Statement.Principal",
      ]),
    ],
    unknown: [...onEach(rule.types, "an unknown policy", { policy: UNKNOWN }, ["policy.Statement[?].Principal"])],
    malformed: [
      ...onEach(rule.types, "no JSON", { policy: "{ Statement: * }" }),
      ...onEach(rule.types, "statements that are text", { policy: '{"Statement":["*",7,null]}' }),
    ],
  };
}
