import type { core } from "@pulumi/kubernetes/types/input.js";

/**
 * What a container gets that states no resources, for a quota refuses pods without them. Workloads of Slipway always
 * state theirs; this is for what people run by hand.
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export const limitRangeSpec: core.v1.LimitRangeSpec = {
  limits: [
    {
      type: "Container",
      defaultRequest: { cpu: "100m", memory: "128Mi" },
      default: { cpu: "500m", memory: "256Mi" },
    },
  ],
};
