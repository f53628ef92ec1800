import type { apps, core } from "@pulumi/kubernetes/types/input.js";
import { claimSpec, claimsOf } from "./claims.ts";
import { ownedReplicas } from "./deployment.ts";
import { recommendedLabels, selectorLabels } from "./labels.ts";
import { peersName } from "./names.ts";
import { podTemplate, type PodAdditions } from "./pods.ts";
import { MIN_READY, REVISION_HISTORY } from "./rollout.ts";
import type { ServiceSpec } from "./spec.ts";

/** Pods with names and storage of their own, replaced one after the other from the last on. */
export function statefulSetSpec(spec: ServiceSpec, additions?: PodAdditions): apps.v1.StatefulSetSpec {
  const { name, volumes, updateStrategy = "RollingUpdate", partition = 0 } = spec;
  const { whenDeleted = "Retain", whenScaled = "Retain" } = spec.claimRetention ?? {};
  const templates = claimsOf(volumes).map((claimed) => claimTemplate(name, claimed));
  return {
    ...ownedReplicas(spec),
    serviceName: peersName(name),
    // In order, a pod that cannot become ready would keep its own repair from being rolled out.
    // See https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback
    podManagementPolicy: "Parallel",
    revisionHistoryLimit: REVISION_HISTORY,
    minReadySeconds: MIN_READY,
    updateStrategy: {
      type: updateStrategy,
      ...(updateStrategy === "RollingUpdate" && { rollingUpdate: { partition } }),
    },
    selector: { matchLabels: selectorLabels(name) },
    template: podTemplate(spec, additions),
    ...(templates.length > 0 && {
      volumeClaimTemplates: templates,
      persistentVolumeClaimRetentionPolicy: { whenDeleted, whenScaled },
    }),
  };
}

/** With the kind, which the API server would add and Pulumi take for a change. */
function claimTemplate(
  service: string,
  { name, claim }: ReturnType<typeof claimsOf>[number],
): core.v1.PersistentVolumeClaim {
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name, labels: recommendedLabels(service) },
    spec: claimSpec(claim),
  };
}
