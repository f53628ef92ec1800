import type { rbac } from "@pulumi/kubernetes/types/input.js";

type Rule = rbac.v1.PolicyRule;

const READ = ["get", "list", "watch"];
const WRITE = ["create", "update", "patch", "delete"];

/** What stands in a tenant's namespace, by API group. Secrets are nobody's: pods get them from the stack. */
const readable: Readonly<Record<string, string[]>> = {
  "": [
    "pods",
    "pods/log",
    "services",
    "endpoints",
    "configmaps",
    "events",
    "persistentvolumeclaims",
    "serviceaccounts",
    "resourcequotas",
    "limitranges",
  ],
  apps: [
    "deployments",
    "deployments/scale",
    "statefulsets",
    "statefulsets/scale",
    "daemonsets",
    "replicasets",
    "controllerrevisions",
  ],
  batch: ["jobs", "cronjobs"],
  autoscaling: ["horizontalpodautoscalers"],
  "autoscaling.k8s.io": ["verticalpodautoscalers"],
  "argoproj.io": ["rollouts", "rollouts/scale", "analysistemplates", "analysisruns", "experiments"],
  policy: ["poddisruptionbudgets"],
  "networking.k8s.io": ["networkpolicies", "ingresses"],
  "gateway.networking.k8s.io": ["gateways", "httproutes", "grpcroutes"],
  "discovery.k8s.io": ["endpointslices"],
  "coordination.k8s.io": ["leases"],
  "events.k8s.io": ["events"],
  "metrics.k8s.io": ["pods"],
  "rbac.authorization.k8s.io": ["roles", "rolebindings"],
};

/**
 * What a deployment changes. Not the pods themselves (they follow from it), and nothing that says what a tenant may do:
 * quota, limits, network policies, roles, the namespace and its labels.
 */
const writable: Readonly<Record<string, string[]>> = {
  "": ["services", "configmaps", "serviceaccounts", "persistentvolumeclaims"],
  apps: ["deployments", "deployments/scale", "statefulsets", "statefulsets/scale", "daemonsets"],
  batch: ["jobs", "cronjobs"],
  autoscaling: ["horizontalpodautoscalers"],
  "autoscaling.k8s.io": ["verticalpodautoscalers"],
  "argoproj.io": ["rollouts", "rollouts/scale", "rollouts/status", "analysistemplates", "analysisruns"],
  policy: ["poddisruptionbudgets"],
  "gateway.networking.k8s.io": ["httproutes", "grpcroutes"],
};

/** Sees everything but secrets. */
export const viewer: Rule[] = rules(readable, READ);

/** Sees what a viewer sees, changes workloads, and may restart or evict a pod. */
export const deployer: Rule[] = [
  ...viewer,
  ...rules(writable, WRITE),
  { apiGroups: [""], resources: ["pods"], verbs: ["delete"] },
  { apiGroups: [""], resources: ["pods/eviction"], verbs: ["create"] },
];

/** The roles by name; neither wildcards, nor `escalate`, `bind` or `impersonate`, by which one could become another. */
export const roles = { viewer, deployer } as const;

function rules(table: Readonly<Record<string, string[]>>, verbs: string[]): Rule[] {
  return Object.entries(table).map(([group, resources]) => ({ apiGroups: [group], resources, verbs }));
}
