import type { core } from "@pulumi/kubernetes/types/input.js";

/**
 * Pods of a service apart from each other, by zone and by node; rather together than not at all, so that a small cluster
 * still runs them. The ReplicaSet's hash keeps a rolling update from counting the pods that it replaces.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export function topologySpread(matchLabels: Record<string, string>): core.v1.TopologySpreadConstraint[] {
  return ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
    topologyKey,
    maxSkew: 1,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels },
    matchLabelKeys: ["pod-template-hash"],
  }));
}
