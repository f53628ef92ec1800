import type { apps } from "@pulumi/kubernetes/types/input.js";
import type { ServiceSpec } from "./args.ts";
import { selectorLabels } from "./labels.ts";
import { podTemplate } from "./pods.ts";
import { STARTUP_SECONDS } from "./probes.ts";

/** Seconds without progress after which a rollout has failed: twice the time that a pod has to start. */
const PROGRESS_DEADLINE = 2 * STARTUP_SECONDS;

/**
 * How long Pulumi waits for a rollout: a little longer than Kubernetes itself, so that the cluster's own reason is what
 * the user reads, in two minutes instead of the provider's ten.
 * @see https://www.pulumi.com/registry/packages/kubernetes/how-to-guides/managing-resources-with-server-side-apply/
 */
export const awaitAnnotations = { "pulumi.com/timeoutSeconds": `${PROGRESS_DEADLINE + 30}` };

/** A rollout that never has fewer ready pods than wanted: one more first, then one old one goes. */
export function deploymentSpec(name: string, spec: ServiceSpec): apps.v1.DeploymentSpec {
  return {
    replicas: spec.replicas,
    revisionHistoryLimit: 5,
    progressDeadlineSeconds: PROGRESS_DEADLINE,
    // A pod that dies right after it became ready must not count as progress.
    minReadySeconds: 3,
    strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
    selector: { matchLabels: selectorLabels(name) },
    template: podTemplate(name, spec),
  };
}
