import { rule } from "../../../../policies/rules/service/service-load-balancer-internal.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const balanced = (spec: object, annotations: unknown = {}) => ({
  metadata: { annotations },
  spec: { type: "LoadBalancer", ...spec },
});

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(
      rule.kinds,
      "internal, on AWS",
      balanced({}, { "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal" }),
    ),
    ...onEach(
      rule.kinds,
      "internal, on Google Cloud",
      balanced({}, { "networking.gke.io/load-balancer-type": "Internal" }),
    ),
    ...onEach(rule.kinds, "known addresses", balanced({ loadBalancerSourceRanges: ["203.0.113.0/24"] })),
  ],
  violating: [
    ...onEach(rule.kinds, "open", balanced({}), ["spec.type"]),
    ...onEach(
      rule.kinds,
      "said to face the internet",
      balanced({}, { "service.beta.kubernetes.io/aws-load-balancer-scheme": "internet-facing" }),
      ["spec.type"],
    ),
    ...onEach(
      rule.kinds,
      "limited to everything",
      balanced({ loadBalancerSourceRanges: ["203.0.113.0/24", "0.0.0.0/0"] }),
      ["spec.type"],
    ),
  ],
  unknown: [
    ...onEach(rule.kinds, "unknown annotations", balanced({}, UNKNOWN), ["spec.type"]),
    ...onEach(rule.kinds, "an unknown type", { spec: { type: UNKNOWN } }, ["spec.type"]),
  ],
  malformed: [
    ...onEach(rule.kinds, "ranges that are text", balanced({ loadBalancerSourceRanges: "203.0.113.0/24" }), [
      "spec.type",
    ]),
    ...onEach(rule.kinds, "a spec that is text", { spec: "LoadBalancer" }),
  ],
};
