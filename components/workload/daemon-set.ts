import type { apps } from "@pulumi/kubernetes/types/input.js";
import { selectorLabels } from "./labels.ts";
import { podTemplate, type PodAdditions } from "./pods.ts";
import { MIN_READY, REVISION_HISTORY } from "./rollout.ts";
import type { ServiceSpec } from "./spec.ts";

/**
 * A pod on each node; the new one is ready before the old one of the node goes.
 * @see https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/
 */
export function daemonSetSpec(spec: ServiceSpec, additions?: PodAdditions): apps.v1.DaemonSetSpec {
  const { name, updateStrategy = "RollingUpdate" } = spec;
  return {
    revisionHistoryLimit: REVISION_HISTORY,
    minReadySeconds: MIN_READY,
    updateStrategy: {
      type: updateStrategy,
      ...(updateStrategy === "RollingUpdate" && { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } }),
    },
    selector: { matchLabels: selectorLabels(name) },
    template: podTemplate(spec, additions),
  };
}
