import type { rbac } from "@pulumi/kubernetes/types/input.js";
import type { Settings } from "./config.ts";

/**
 * Refuses spans before the container's memory is used up; services keep what is refused and try again. Soft limit at 60 %,
 * hard limit at 80 %.
 * @see https://github.com/open-telemetry/opentelemetry-collector/blob/main/processor/memorylimiterprocessor/README.md
 */
export const limits: Settings = { check_interval: "1s", limit_percentage: 80, spike_limit_percentage: 20 };

/** What the API server knows of a pod. The name of a Deployment follows from that of its ReplicaSet. */
export const POD_ATTRIBUTES = ["k8s.namespace.name", "k8s.pod.name", "k8s.deployment.name", "k8s.node.name"];

/**
 * Whose spans they are, by the address that they come from. A gateway waits until it knows the pods: what came before
 * would count for no namespace.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/processor/k8sattributesprocessor
 */
export const podAttributes: Settings = {
  pod_association: [{ sources: [{ from: "connection" }] }],
  extract: { metadata: POD_ATTRIBUTES },
  wait_for_metadata: true,
  wait_for_metadata_timeout: "30s",
};

/** Nothing but pods is asked for: every attribute follows from the pod itself. */
export const podRules: rbac.v1.PolicyRule[] = [
  { apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] },
];
