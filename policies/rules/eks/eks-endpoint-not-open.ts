import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { and, every, not, or } from "../../values/truth.ts";

/** Whoever finds a token may use it from anywhere. By default EKS is open to all addresses. */
export const rule: TypeRule = {
  name: "eks-endpoint-not-open",
  description: "The API of a cluster must not be open to the internet.",
  level: mandatory,
  severity: "critical",
  framework: checkov("CKV_AWS_38, CKV_AWS_39"),
  remediation: "Set vpcConfig.endpointPublicAccess: false, or publicAccessCidrs to known addresses.",
  url: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
  types: [aws("eks", "Cluster")],
  checkResource({ props }, require) {
    const vpc = props.at("vpcConfig");
    const ranges = vpc.at("publicAccessCidrs");
    const narrow = and(
      ranges.test((value) => Array.isArray(value) && value.length > 0),
      every(ranges.items(), (range) => not(range.isOneOf(["0.0.0.0/0", "::/0"]))),
    );
    const holds = or(vpc.at("endpointPublicAccess").is(false), narrow);
    require(holds, ranges, "must be known addresses, or the endpoint private: a leaked token works from anywhere");
  },
};
