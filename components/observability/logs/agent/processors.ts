import type { rbac } from "@pulumi/kubernetes/types/input.js";
import { standardFields } from "./fields.ts";
import { redaction, textRedaction } from "./redaction.ts";
import type { Settings } from "./settings.ts";
import type { Source } from "./sources.ts";

/**
 * Refuses lines before the container's memory is used up; the readers keep what is refused and try again.
 * @see https://github.com/open-telemetry/opentelemetry-collector/blob/main/processor/memorylimiterprocessor/README.md
 */
const limits: Settings = { check_interval: "1s", limit_percentage: 80, spike_limit_percentage: 20 };

/** The label of a pod that names its service. */
const SERVICE = "app.kubernetes.io/name";

/**
 * Whose lines they are. Only pods of the own node are asked for, and nothing of the rest of the cluster.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/processor/k8sattributesprocessor
 */
const podLabels: Settings = {
  filter: { node_from_env_var: "K8S_NODE_NAME" },
  pod_association: [{ sources: [{ from: "resource_attribute", name: "k8s.pod.uid" }] }],
  // An empty list: without one the processor adds what it likes.
  extract: { metadata: [], labels: [{ tag_name: "service.name", key: SERVICE, from: "pod" }] },
  // Lines that were read before the pods are known would belong to nobody.
  wait_for_metadata: true,
  wait_for_metadata_timeout: "30s",
};

export const podRules: rbac.v1.PolicyRule[] = [
  { apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] },
];

export function processors(redact: readonly string[]): Record<string, Settings> {
  return {
    memory_limiter: limits,
    k8s_attributes: podLabels,
    "transform/fields": standardFields,
    redaction: redaction(redact),
    "transform/text": textRedaction,
  };
}

/**
 * What the lines of a source pass through. Those of a service need no question to the API server: their container has its
 * name, and a watch of the pods for each of them would cost more than they do.
 */
export function passing({ service }: Source): string[] {
  return ["memory_limiter", ...(service ? [] : ["k8s_attributes"]), "transform/fields", "redaction", "transform/text"];
}
