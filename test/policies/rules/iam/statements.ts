import { aws } from "../../../../policies/aws/types.ts";
import type { TypeRule } from "../../../../policies/rule.ts";
import { resource, type RuleCases, type Trial } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const ROLE = aws("iam", "Role");

/** A statement that a rule about identity policies forbids, in every place that one may stand. */
export function statementCases(rule: TypeRule, forbidden: Readonly<Record<string, unknown>>): RuleCases {
  const tried = (it: string, statements: unknown, found?: string): Trial[] =>
    rule.types.map((type) => {
      const policy = statements === UNKNOWN ? UNKNOWN : JSON.stringify({ Statement: statements });
      const props = type === ROLE ? { inlinePolicies: [{ policy }] } : { policy };
      const root = type === ROLE ? "inlinePolicies[0].policy" : "policy";
      return {
        it: `${type}: ${it}`,
        given: resource(type, props),
        finds: found === undefined ? [] : [`${root}.${found}`],
      };
    });
  const harmless = { Effect: "Allow", Action: ["s3:GetObject"], Resource: "arn:aws:s3:::data/*" };
  return {
    rule,
    compliant: [
      ...tried("something harmless", [harmless]),
      ...tried("the same, refused", [{ ...forbidden, Effect: "Deny" }]),
      ...tried("the same, on one resource", [{ ...forbidden, Resource: "arn:aws:iam::123456789012:role/one" }]),
    ],
    violating: [
      ...tried("by itself", forbidden, "Statement.Action"),
      ...tried("beside something harmless", [harmless, forbidden], "Statement[1].Action"),
      ...tried(
        "in a list of actions",
        [{ ...forbidden, Action: ["s3:GetObject", forbidden.Action] }],
        "Statement[0].Action",
      ),
      ...tried("on everything among others", [{ ...forbidden, Resource: ["arn:1", "*"] }], "Statement[0].Action"),
    ],
    unknown: tried("an unknown policy", UNKNOWN, "Statement[?].Action"),
    malformed: [...tried("statements that are text", ["Allow", 7, null]), ...tried("no statement", "Allow")],
  };
}
