import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { APIService } from "@pulumi/kubernetes/apiregistration/v1/index.js";
import { ClusterRoleBinding, RoleBinding } from "@pulumi/kubernetes/rbac/v1/index.js";
import { Program } from "../../program/index.ts";
import { resourceProgram } from "./metrics-server.ts";
import { METRICS_SERVER } from "./names.ts";
import type { MetricsSpec } from "./spec.ts";

const apiGroup = "rbac.authorization.k8s.io";

/** metrics-server as a part of the API. @see https://kubernetes.io/docs/tasks/extend-kubernetes/setup-extension-api-server/ */
export function registerResourceMetrics(component: string, spec: MetricsSpec, options: ComponentResourceOptions): void {
  const { name, port } = METRICS_SERVER;
  const { namespace } = spec;
  const subjects = [{ kind: "ServiceAccount", name, namespace }];
  // It asks the API server who is asking, and whether they may.
  const delegator = new ClusterRoleBinding(
    `${component}-auth-delegator`,
    {
      metadata: { name: `${namespace}-${name}-auth-delegator` },
      roleRef: { apiGroup, kind: "ClusterRole", name: "system:auth-delegator" },
      subjects,
    },
    options,
  );
  const reader = new RoleBinding(
    `${component}-auth-reader`,
    {
      metadata: { name: `${namespace}-${name}-auth-reader`, namespace: "kube-system" },
      roleRef: { apiGroup, kind: "Role", name: "extension-apiserver-authentication-reader" },
      subjects,
    },
    options,
  );
  // It ends itself where it may not ask.
  const server = new Program(component, resourceProgram(spec), { ...options, dependsOn: [delegator, reader] });
  // Last to come and first to go: a part of the API that nobody serves keeps namespaces from being deleted.
  new APIService(
    component,
    {
      metadata: { name: "v1beta1.metrics.k8s.io" },
      spec: {
        group: "metrics.k8s.io",
        version: "v1beta1",
        groupPriorityMinimum: 100,
        versionPriority: 100,
        service: { name, namespace, port },
        // The server signs its own certificate at each start.
        insecureSkipTLSVerify: true,
      },
    },
    { ...options, dependsOn: server },
  );
}
