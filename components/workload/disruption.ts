import type { policy } from "@pulumi/kubernetes/types/input.js";
import { selectorLabels } from "./labels.ts";
import type { Scale } from "./scale.ts";

/**
 * With one pod a budget would either forbid every node drain or protect nothing; what an autoscaler goes down to counts.
 * The pods of a DaemonSet go and come with their nodes.
 */
export function toleratesDisruption({ scale }: { scale?: Scale }): boolean {
  return scale !== undefined && scale.min > 1;
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
