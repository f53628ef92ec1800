import { rule } from "../../../../policies/rules/iam/iam-no-administrator-access.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const ARN = "arn:aws:iam::aws:policy/AdministratorAccess";
const of = (arn: unknown) => ({ policyArn: arn, managedPolicyArns: [arn] });
const FIELDS = ["policyArn", "managedPolicyArns[0]"];

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "another policy", of("arn:aws:iam::aws:policy/ReadOnlyAccess"))],
  violating: [
    ...onEach(rule.types, "by its ARN", of(ARN), FIELDS),
    ...onEach(rule.types, "in China", of("arn:aws-cn:iam::aws:policy/AdministratorAccess"), FIELDS),
  ],
  unknown: [...onEach(rule.types, "an unknown policy", of(UNKNOWN), FIELDS)],
  malformed: [...onEach(rule.types, "no text", { policyArn: { arn: ARN }, managedPolicyArns: ARN })],
};
