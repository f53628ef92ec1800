import type { core } from "@pulumi/kubernetes/types/input.js";

/**
 * What everything in a tenant's namespace may ask for together, as Kubernetes quantities. Plain, because what is to run
 * there is summed up against it.
 */
export interface QuotaArgs {
  /** Sum of CPU requests, such as `"2"`. */
  requestsCpu: string;
  /** Sum of memory requests, such as `"2Gi"`. */
  requestsMemory: string;
  /** Sum of CPU limits. */
  limitsCpu: string;
  /** Sum of memory limits. */
  limitsMemory: string;
  /**
   * Sum of the storage that volumes claim.
   * @default "20Gi"
   */
  requestsStorage?: string;
  /**
   * Number of pods that have not ended.
   * @default 50
   */
  pods?: number;
}

export type QuotaSpec = Required<QuotaArgs>;

export function withDefaults(quota: QuotaArgs): QuotaSpec {
  return { requestsStorage: "20Gi", pods: 50, ...quota };
}

/**
 * The sums, and no way around the gateway: a tenant's namespace has neither node ports nor load balancers.
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export function quotaSpec(quota: QuotaSpec): core.v1.ResourceQuotaSpec {
  return {
    hard: {
      "requests.cpu": quota.requestsCpu,
      "requests.memory": quota.requestsMemory,
      "limits.cpu": quota.limitsCpu,
      "limits.memory": quota.limitsMemory,
      "requests.storage": quota.requestsStorage,
      pods: `${quota.pods}`,
      "services.nodeports": "0",
      "services.loadbalancers": "0",
    },
  };
}
