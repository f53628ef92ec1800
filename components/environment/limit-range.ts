import type { core } from "@pulumi/kubernetes/types/input.js";
import { bytes, byteQuantity, cpuQuantity, millicores } from "../quantity.ts";
import type { QuotaSpec } from "./quota.ts";

/** What a container gets that states nothing: a small one, for people who try something by hand. */
const DEFAULTS = { request: { cpu: "100m", memory: "128Mi" }, limit: { cpu: "500m", memory: "256Mi" } };

/** Below it a Go program does not start within its probes' patience. */
const MIN = { cpu: "10m", memory: "16Mi" };

/**
 * What a container gets that states no resources, for a quota refuses pods without them, and how small and large one
 * may be: a container larger than the whole quota is a typing error, and this says so at once and by name. Defaults
 * above a small quota come down to it, for the API server refuses a default above the maximum.
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export function limitRangeSpec(quota: QuotaSpec): core.v1.LimitRangeSpec {
  const requests = { cpu: quota.requestsCpu, memory: quota.requestsMemory };
  const max = { cpu: quota.limitsCpu, memory: quota.limitsMemory };
  return {
    limits: [
      {
        type: "Container",
        defaultRequest: smaller(DEFAULTS.request, requests, max),
        default: smaller(DEFAULTS.limit, max),
        min: smaller(MIN, requests, max),
        max,
      },
    ],
  };
}

type Size = Record<"cpu" | "memory", string>;

function smaller(...sizes: Size[]): Size {
  return {
    cpu: cpuQuantity(Math.min(...sizes.map(({ cpu }) => millicores(cpu)))),
    memory: byteQuantity(Math.min(...sizes.map(({ memory }) => bytes(memory)))),
  };
}
