import type { rbac } from "@pulumi/kubernetes/types/input.js";
import type { ProgramArgs } from "../../program/index.ts";
import { STATE } from "./names.ts";
import { apiServerOpenings, scraped } from "./openings.ts";
import { resourcesOf } from "./resources.ts";
import type { MetricsSpec } from "./spec.ts";

/**
 * The objects whose state is counted, by API group. No Secrets, for a right to list them is a right to read them; and no
 * Endpoints, which Kubernetes 1.33 gave up for EndpointSlices.
 */
const observed: Record<string, string[]> = {
  "": [
    ...["limitranges", "namespaces", "nodes", "persistentvolumeclaims", "persistentvolumes", "pods"],
    ...["resourcequotas", "services"],
  ],
  apps: ["daemonsets", "deployments", "replicasets", "statefulsets"],
  autoscaling: ["horizontalpodautoscalers"],
  batch: ["cronjobs", "jobs"],
  "discovery.k8s.io": ["endpointslices"],
  policy: ["poddisruptionbudgets"],
};

/** Labels of objects that become labels of `kube_<object>_labels`, to join by. */
const LABELS = "namespaces=[slipway.dev/tenant],pods=[app.kubernetes.io/name]";

/** Port of its own metrics. */
const SELF = 8081;

/** kube-state-metrics: what the API server says about the cluster's objects, as series. */
export function stateProgram(spec: MetricsSpec): ProgramArgs {
  return {
    name: STATE.name,
    namespace: spec.namespace,
    image: spec.images.kubeStateMetrics,
    args: [
      `--port=${STATE.port}`,
      `--telemetry-port=${SELF}`,
      `--resources=${Object.values(observed).flat().sort().join(",")}`,
      `--metric-labels-allowlist=${LABELS}`,
    ],
    ports: [
      { name: STATE.portName, port: STATE.port },
      { name: "self-metrics", port: SELF },
    ],
    // Not `/livez`, which asks the API server: a restart would not mend that.
    probes: { readiness: { path: "/readyz", port: SELF } },
    resources: resourcesOf("kubeStateMetrics", spec.resources),
    rules: observerRules(),
    network: { from: [scraped(spec, [STATE.port, SELF])], to: apiServerOpenings(spec) },
  };
}

function observerRules(): rbac.v1.PolicyRule[] {
  return Object.entries(observed).map(([group, resources]) => ({
    apiGroups: [group],
    resources,
    verbs: ["list", "watch"],
  }));
}
