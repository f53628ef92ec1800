import type { Cluster } from "../cluster.ts";
import { at, list, text } from "../objects.ts";
import type { KubernetesObject } from "../objects.ts";
import { READY, TEN_MINUTES, waiting } from "./verdict.ts";
import type { Wait } from "./verdict.ts";

const ENDPOINT_SLICE = { apiVersion: "discovery.k8s.io/v1", kind: "EndpointSlice" };

/** The endpoint slices of a namespace, or of one of its services. */
export async function endpointSlices(
  cluster: Cluster,
  namespace: string | undefined,
  service?: string,
): Promise<KubernetesObject[]> {
  return cluster.list(ENDPOINT_SLICE, namespace, service ? { labelSelector: `${SERVICE_NAME}=${service}` } : {});
}

/** The label by which a slice belongs to a service. */
export const SERVICE_NAME = "kubernetes.io/service-name";

/** True when something behind the slices is ready to serve. Unknown readiness counts as ready, as the API has it. */
export function hasEndpoints(slices: readonly KubernetesObject[]): boolean {
  const endpoints = slices.flatMap((slice) => list<{ conditions?: { ready?: boolean } }>(slice, "endpoints"));
  return endpoints.some(({ conditions }) => conditions?.ready !== false);
}

/** Endpoints where a selector promises them, and an address where a load balancer does. */
export const service: Wait = {
  timeout: TEN_MINUTES,
  async observe(object, cluster) {
    return { endpointSlices: await endpointSlices(cluster, object.metadata.namespace, object.metadata.name) };
  },
  evaluate({ object, related }) {
    const name = object.metadata.name ?? "";
    const type = text(object, "spec", "type");
    const isHeadless = at(object, "spec", "clusterIP") === "None";
    const promises =
      type !== "ExternalName" && !isHeadless && Object.keys(at(object, "spec", "selector") ?? {}).length > 0;
    if (promises && !hasEndpoints(related.endpointSlices ?? [])) {
      return waiting(`[1/2] Waiting for ${name} to have a ready Pod behind it; its selector finds none`);
    }
    if (type === "LoadBalancer" && list(object, "status", "loadBalancer", "ingress").length === 0) {
      return waiting(`[2/2] Waiting for the load balancer of ${name} to get an address`);
    }
    return READY;
  },
};
