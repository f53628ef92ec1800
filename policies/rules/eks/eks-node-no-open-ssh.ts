import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** With a key and no source groups EKS opens port 22 to all addresses. */
export const rule: TypeRule = {
  name: "eks-node-no-open-ssh",
  description: "Nodes must not take SSH from everywhere.",
  level: mandatory,
  severity: "high",
  framework: checkov("CKV_AWS_100"),
  remediation: "Remove remoteAccess, or set its sourceSecurityGroupIds; use Session Manager instead.",
  url: "https://docs.aws.amazon.com/eks/latest/userguide/create-managed-node-group.html",
  types: [aws("eks", "NodeGroup")],
  checkResource({ props }, require) {
    const access = props.at("remoteAccess");
    const groups = access.at("sourceSecurityGroupIds");
    const limited = groups.test((value) => Array.isArray(value) && value.length > 0);
    const holds = or(access.absent, access.at("ec2SshKey").absent, limited);
    require(holds, groups, "must be set, or port 22 is open to all addresses; use Session Manager");
  },
};
