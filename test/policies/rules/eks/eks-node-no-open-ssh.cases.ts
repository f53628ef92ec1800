import { rule } from "../../../../policies/rules/eks/eks-node-no-open-ssh.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const access = (remoteAccess: unknown) => ({ remoteAccess });
const FIELD = ["remoteAccess.sourceSecurityGroupIds"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.types, "no access", {}),
    ...onEach(rule.types, "from a group", access({ ec2SshKey: "ops", sourceSecurityGroupIds: ["sg-1"] })),
  ],
  violating: [
    ...onEach(rule.types, "from everywhere", access({ ec2SshKey: "ops" }), FIELD),
    ...onEach(rule.types, "from no group", access({ ec2SshKey: "ops", sourceSecurityGroupIds: [] }), FIELD),
  ],
  unknown: [
    ...onEach(rule.types, "unknown groups", access({ ec2SshKey: "ops", sourceSecurityGroupIds: UNKNOWN }), FIELD),
  ],
  malformed: [
    ...onEach(rule.types, "groups that are text", access({ ec2SshKey: "ops", sourceSecurityGroupIds: "sg-1" }), FIELD),
  ],
};
