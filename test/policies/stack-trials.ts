import type { DeclaredResource } from "../../policies/evaluate.ts";
import { object } from "./cases.ts";

const LABELS = { "app.kubernetes.io/name": "orders" };

/** How a workload differs from a plain one. */
export interface WorkloadFields {
  /** Fields of `spec`. */
  readonly spec?: object;
  /** Fields of the template's `spec`. */
  readonly pod?: object;
  readonly labels?: unknown;
  readonly metadata?: object;
}

/** A workload called orders in the namespace shop, whose pods carry its label. */
export function workload(fields: WorkloadFields = {}, kind = "Deployment.apps"): DeclaredResource {
  const { spec = {}, pod = {}, labels = LABELS, metadata = {} } = fields;
  return object(kind, {
    metadata: { name: "orders", namespace: "shop", ...metadata },
    spec: {
      selector: { matchLabels: LABELS },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: "app", ports: [{ name: "http", containerPort: 8080 }] }], ...pod },
      },
      ...spec,
    },
  });
}

/** A Service that sends requests to the workload. */
export function service(spec: object = {}, metadata: object = {}): DeclaredResource {
  const fields = { metadata: { name: "orders", namespace: "shop", ...metadata } };
  const ports = [{ port: 80, targetPort: "http" }];
  return object("Service", { ...fields, spec: { selector: LABELS, ports, ...spec } }, "service");
}

/** An autoscaler of the workload. */
export function autoscaler(spec: object = {}, metadata: object = {}): DeclaredResource {
  const scaleTargetRef = { apiVersion: "apps/v1", kind: "Deployment", name: "orders" };
  return object(
    "HorizontalPodAutoscaler.autoscaling",
    { metadata: { namespace: "shop", ...metadata }, spec: { scaleTargetRef, minReplicas: 2, maxReplicas: 4, ...spec } },
    "scaler",
  );
}

/** A disruption budget of the workload. */
export function budget(spec: object = { maxUnavailable: 1 }, metadata: object = {}): DeclaredResource {
  return object(
    "PodDisruptionBudget.policy",
    { metadata: { namespace: "shop", ...metadata }, spec: { selector: { matchLabels: LABELS }, ...spec } },
    "budget",
  );
}

/** Any other resource: with it, findings are told with the name of their resource. */
export const bystander: DeclaredResource = object("ConfigMap", {}, "bystander");
