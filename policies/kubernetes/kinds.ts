/** How a kind carries pods. */
export interface PodCarrier {
  /** Path to the pod template: the object that holds the pod's `metadata` and `spec`. */
  readonly template: readonly string[];
  /** Whether its pods end by themselves. */
  readonly runsToCompletion?: boolean;
}

const template = ["spec", "template"];
const controller: PodCarrier = { template };

/**
 * Every kind whose pods this pack judges: those of Pod Security admission, in every group that ever served them, and Argo's
 * Rollout.
 * @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/admission/admission.go (extractPodSpec…)
 */
export const POD_CARRIERS: ReadonlyMap<string, PodCarrier> = new Map(
  Object.entries({
    Pod: { template: [] },
    PodTemplate: { template: ["template"] },
    ReplicationController: controller,
    "ReplicaSet.apps": controller,
    "ReplicaSet.extensions": controller,
    "Deployment.apps": controller,
    "Deployment.extensions": controller,
    "DaemonSet.apps": controller,
    "DaemonSet.extensions": controller,
    "StatefulSet.apps": controller,
    "Job.batch": { template, runsToCompletion: true },
    "CronJob.batch": { template: ["spec", "jobTemplate", "spec", "template"], runsToCompletion: true },
    "Rollout.argoproj.io": controller,
  }),
);

export const INGRESSES = ["Ingress.networking.k8s.io", "Ingress.extensions"] as const;
