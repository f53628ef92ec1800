import { rule } from "../../../../policies/rules/bucket/bucket-no-lockout.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const deny = { Effect: "Deny", Principal: "*", Action: "s3:*" };
const policy = (Statement: unknown) => ({ policy: JSON.stringify({ Statement }) });

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(
      rule.types,
      "with a condition",
      policy({ ...deny, Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    ),
  ],
  violating: [
    ...onEach(rule.types, "everything", policy([deny]), ["policy.Statement[0]"]),
    ...onEach(rule.types, "everything by a wildcard", policy([{ ...deny, Principal: { AWS: "*" }, Action: ["*"] }]), [
      "policy.Statement[0]",
    ]),
  ],
  unknown: [...onEach(rule.types, "unknown", { policy: UNKNOWN }, ["policy.Statement[?]"])],
  malformed: [...onEach(rule.types, "no JSON", { policy: "deny" })],
};
