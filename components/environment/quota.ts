import type { Input } from "@pulumi/pulumi";
import type { core } from "@pulumi/kubernetes/types/input.js";

/** What all pods of a tenant may ask for together, as Kubernetes quantities. */
export interface QuotaArgs {
  /** Sum of CPU requests, such as `"2"`. */
  requestsCpu: Input<string>;
  /** Sum of memory requests, such as `"2Gi"`. */
  requestsMemory: Input<string>;
  /** Sum of CPU limits. */
  limitsCpu: Input<string>;
  /** Sum of memory limits. */
  limitsMemory: Input<string>;
}

/** @see https://kubernetes.io/docs/concepts/policy/resource-quotas/ */
export function quotaSpec(quota: QuotaArgs): core.v1.ResourceQuotaSpec {
  return {
    hard: {
      "requests.cpu": quota.requestsCpu,
      "requests.memory": quota.requestsMemory,
      "limits.cpu": quota.limitsCpu,
      "limits.memory": quota.limitsMemory,
    },
  };
}
