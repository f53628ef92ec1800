import type { AutoscalingArgs } from "./autoscaling.ts";

/** `Deployment`: pods that are all the same. `StatefulSet`: each with a name and storage of its own. `DaemonSet`: one on each node. */
export type WorkloadKind = "Deployment" | "StatefulSet" | "DaemonSet";

/** How many pods there are and how they are replaced. Plain, because it decides which resources exist. */
export interface ScaleArgs {
  /**
   * What runs the pods.
   * @default "Deployment"
   */
  kind?: WorkloadKind;
  /**
   * Number of pods; from two on there is a disruption budget. Not with `autoscaling`, nor for a DaemonSet.
   * @default 1
   */
  replicas?: number;
  /**
   * Lets the load choose the number of pods.
   * @default - none: the number is `replicas`
   */
  autoscaling?: AutoscalingArgs;
  /**
   * Has recommendations of requests made, which nobody applies by himself. Needs the CRDs and the recommender of the
   * vertical pod autoscaler in the cluster.
   * @default false
   * @see https://github.com/kubernetes/autoscaler/tree/master/vertical-pod-autoscaler
   */
  verticalAutoscaling?: boolean;
  /**
   * How a StatefulSet or a DaemonSet replaces its pods: by itself, or as somebody deletes them.
   * @default "RollingUpdate"
   */
  updateStrategy?: "RollingUpdate" | "OnDelete";
  /**
   * A StatefulSet updates only the pods from this ordinal on, to try a new version on the last ones.
   * @default 0
   */
  partition?: number;
}

/** How many pods there are, at least and at most. */
export interface Scale {
  min: number;
  max: number;
}

/** Absent for a DaemonSet: the number of its pods is the number of nodes. */
export function scaleOf({ kind, replicas = 1, autoscaling }: ScaleArgs): Scale | undefined {
  if (kind === "DaemonSet") return undefined;
  return autoscaling ? { min: autoscaling.min ?? 2, max: autoscaling.max } : { min: replicas, max: replicas };
}

/** True where there are several pods, or may be. */
export function maySpread({ scale }: { scale?: Scale }): boolean {
  return scale !== undefined && scale.max > 1;
}
