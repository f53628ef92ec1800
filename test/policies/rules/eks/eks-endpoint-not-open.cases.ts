import { rule } from "../../../../policies/rules/eks/eks-endpoint-not-open.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const cluster = (vpcConfig: unknown) => ({ vpcConfig });
const FIELD = ["vpcConfig.publicAccessCidrs"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.types, "private", cluster({ endpointPublicAccess: false })),
    ...onEach(rule.types, "known addresses", cluster({ publicAccessCidrs: ["203.0.113.0/24"] })),
  ],
  violating: [
    ...onEach(rule.types, "by default", cluster({}), FIELD),
    ...onEach(
      rule.types,
      "open",
      cluster({ endpointPublicAccess: true, publicAccessCidrs: ["203.0.113.0/24", "0.0.0.0/0"] }),
      FIELD,
    ),
  ],
  unknown: [
    ...onEach(rule.types, "unknown addresses", cluster({ publicAccessCidrs: UNKNOWN }), FIELD),
    ...onEach(rule.types, "unknown access", cluster({ endpointPublicAccess: UNKNOWN }), FIELD),
  ],
  malformed: [...onEach(rule.types, "text", cluster("private"), FIELD)],
};
