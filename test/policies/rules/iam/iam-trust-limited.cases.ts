import { rule } from "../../../../policies/rules/iam/iam-trust-limited.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const trust = (...Statement: unknown[]) => ({ assumeRolePolicy: JSON.stringify({ Statement }) });
const allow = { Effect: "Allow", Action: "sts:AssumeRole" };
const FIELD = ["assumeRolePolicy.Statement[0].Principal"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.types, "a service", trust({ ...allow, Principal: { Service: "ec2.amazonaws.com" } })),
    ...onEach(rule.types, "a role", trust({ ...allow, Principal: { AWS: "arn:aws:iam::123456789012:role/ci" } })),
    ...onEach(
      rule.types,
      "an account with a condition",
      trust({ ...allow, Principal: { AWS: "123456789012" }, Condition: { StringEquals: { "sts:ExternalId": "a" } } }),
    ),
  ],
  violating: [
    ...onEach(rule.types, "everybody", trust({ ...allow, Principal: "*" }), FIELD),
    ...onEach(
      rule.types,
      "a whole account",
      trust({ ...allow, Principal: { AWS: "arn:aws:iam::123456789012:root" } }),
      FIELD,
    ),
    ...onEach(
      rule.types,
      "a whole account by its number",
      trust({ ...allow, Principal: { AWS: ["123456789012"] } }),
      FIELD,
    ),
  ],
  unknown: [
    ...onEach(rule.types, "unknown", { assumeRolePolicy: UNKNOWN }, ["assumeRolePolicy.Statement[?].Principal"]),
  ],
  malformed: [
    ...onEach(rule.types, "no JSON", { assumeRolePolicy: "everybody" }),
    ...onEach(rule.types, "statements that are text", trust("everybody", null)),
  ],
};
