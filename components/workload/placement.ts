import type { Input } from "@pulumi/pulumi";
import type { core } from "@pulumi/kubernetes/types/input.js";
import type { WorkloadKind } from "./scale.ts";

/** Where the pods go, and before which others. */
export interface PlacementArgs {
  /**
   * Whether two pods may share a node: `preferred` has them apart where there are nodes for it, `required` leaves a pod
   * waiting otherwise. A rollout's new pods may share one with those that they replace.
   * @default "preferred"
   */
  antiAffinity?: "preferred" | "required";
  /**
   * Name of a PriorityClass that the cluster has.
   * @default - the cluster's default
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
   */
  priorityClass?: Input<string>;
}

const HOST = "kubernetes.io/hostname";

/**
 * The label by which a controller tells the pods of one revision, so that a rolling update does not count those that it
 * replaces. A StatefulSet replaces a pod in its place, so that it has nothing to tell apart.
 */
const revisionKeys: Partial<Record<WorkloadKind, object>> = { Deployment: { matchLabelKeys: ["pod-template-hash"] } };

/**
 * Pods of a service apart from each other, by zone and by node; rather together than not at all, so that a small cluster
 * still runs them.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export function topologySpread(
  kind: WorkloadKind,
  matchLabels: Record<string, string>,
): core.v1.TopologySpreadConstraint[] {
  return ["topology.kubernetes.io/zone", HOST].map((topologyKey) => ({
    topologyKey,
    maxSkew: 1,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels },
    ...revisionKeys[kind],
  }));
}

/** @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity */
export function antiAffinity(
  kind: WorkloadKind,
  matchLabels: Record<string, string>,
  strength: PlacementArgs["antiAffinity"] = "preferred",
): core.v1.Affinity {
  const term = { topologyKey: HOST, labelSelector: { matchLabels }, ...revisionKeys[kind] };
  return {
    podAntiAffinity:
      strength === "required"
        ? { requiredDuringSchedulingIgnoredDuringExecution: [term] }
        : { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: term }] },
  };
}
