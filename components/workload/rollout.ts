import { budget } from "./probes.ts";
import type { ServiceSpec } from "./spec.ts";

/** Seconds that a pod must stay ready to count: one that dies right after it became ready is no progress. */
export const MIN_READY = 3;

/** Old revisions to go back to. */
export const REVISION_HISTORY = 5;

/** Seconds that a rollout may be without progress, at least: an image must be fetched, too. */
const SHORTEST_DEADLINE = 120;

/** Seconds without progress after which a rollout has failed: twice the time that a pod has to start. */
export function progressDeadline({ probes }: Pick<ServiceSpec, "probes">): number {
  return Math.max(SHORTEST_DEADLINE, 2 * budget(probes.startup));
}

/**
 * How long Pulumi waits for a rollout: as long as pods that come one after the other may take, and a little longer than
 * Kubernetes itself, so that the cluster's own reason is what the user reads. Nobody knows the number of nodes, so that a
 * DaemonSet gets the provider's own ten minutes.
 * @see https://www.pulumi.com/registry/packages/kubernetes/how-to-guides/managing-resources-with-server-side-apply/
 */
export function awaitAnnotations(spec: Pick<ServiceSpec, "probes" | "scale" | "shutdown">): Record<string, string> {
  if (!spec.scale) return {};
  const each = budget(spec.probes.startup) + MIN_READY + spec.shutdown.grace;
  return { "pulumi.com/timeoutSeconds": `${Math.max(progressDeadline(spec), spec.scale.max * each) + 30}` };
}
