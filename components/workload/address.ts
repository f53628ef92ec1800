import type { core } from "@pulumi/kubernetes/types/input.js";
import { selectorLabels } from "./labels.ts";
import { namedPorts } from "./ports.ts";
import type { ServiceSpec } from "./spec.ts";

/** The stable address: same port numbers as the pods, by name, so that a pod may move its port. */
export function addressSpec(spec: ServiceSpec): core.v1.ServiceSpec {
  return { type: "ClusterIP", selector: selectorLabels(spec.name), ports: servicePorts(spec) };
}

/**
 * The pods of a StatefulSet under names of their own, ready or not: they find each other by it before they are ready.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id
 */
export function peersSpec(spec: ServiceSpec): core.v1.ServiceSpec {
  return {
    clusterIP: "None",
    publishNotReadyAddresses: true,
    selector: selectorLabels(spec.name),
    ports: servicePorts(spec),
  };
}

/**
 * Pulumi would wait for endpoints of pods that come only after it, for a StatefulSet names it.
 * @see https://github.com/pulumi/pulumi-kubernetes/issues/1974
 */
export const notAwaited = { "pulumi.com/skipAwait": "true" };

function servicePorts(spec: ServiceSpec): core.v1.ServicePort[] {
  return namedPorts(spec).map((port) => ({ ...port, targetPort: port.name }));
}
