import type { apps } from "@pulumi/kubernetes/types/input.js";
import { claimsOf, isExclusive } from "./claims.ts";
import { selectorLabels } from "./labels.ts";
import { podTemplate, type PodAdditions } from "./pods.ts";
import { MIN_READY, progressDeadline, REVISION_HISTORY } from "./rollout.ts";
import type { ServiceSpec } from "./spec.ts";

/** A rollout that never has fewer ready pods than wanted: one more first, then one old one goes. */
const rolling: apps.v1.DeploymentStrategy = {
  type: "RollingUpdate",
  rollingUpdate: { maxUnavailable: 0, maxSurge: 1 },
};

/** The new pod would wait for the storage that the old one holds, and the old one for the new one to be ready. */
const oneAfterTheOther: apps.v1.DeploymentStrategy = { type: "Recreate" };

export function deploymentSpec(spec: ServiceSpec, additions?: PodAdditions): apps.v1.DeploymentSpec {
  return {
    ...ownedReplicas(spec),
    revisionHistoryLimit: REVISION_HISTORY,
    progressDeadlineSeconds: progressDeadline(spec),
    minReadySeconds: MIN_READY,
    strategy: recreates(spec) ? oneAfterTheOther : rolling,
    selector: { matchLabels: selectorLabels(spec.name) },
    template: podTemplate(spec, additions),
  };
}

/** True where all pods go before the new ones come. */
export function recreates({ volumes }: Pick<ServiceSpec, "volumes">): boolean {
  return claimsOf(volumes).some(isExclusive);
}

/**
 * The number of pods, unless an autoscaler owns it: each update would set it back.
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling
 */
export function ownedReplicas({ autoscaling, scale }: ServiceSpec): { replicas?: number } {
  return autoscaling || !scale ? {} : { replicas: scale.min };
}
