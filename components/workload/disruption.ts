import type { policy } from "@pulumi/kubernetes/types/input.js";
import { selectorLabels } from "./labels.ts";

/** With one pod a budget would either forbid every node drain or protect nothing. */
export function toleratesDisruption({ replicas }: { replicas: number }): boolean {
  return replicas > 1;
}

/**
 * One pod at a time may be evicted; one that is not ready anyway may always go, or it would block a drain for ever.
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy
 */
export function disruptionBudget(name: string): policy.v1.PodDisruptionBudgetSpec {
  return {
    maxUnavailable: 1,
    unhealthyPodEvictionPolicy: "AlwaysAllow",
    selector: { matchLabels: selectorLabels(name) },
  };
}
