import { at, list } from "../objects.ts";
import { SERVICE_NAME, endpointSlices, hasEndpoints } from "./service.ts";
import { READY, TEN_MINUTES, waiting } from "./verdict.ts";
import type { Wait } from "./verdict.ts";

interface Backend {
  backend?: { service?: { name?: string } };
}

/** Every service behind it has endpoints, and its controller has given it an address. */
export const ingress: Wait = {
  timeout: TEN_MINUTES,
  async observe(object, cluster) {
    return { endpointSlices: await endpointSlices(cluster, object.metadata.namespace) };
  },
  evaluate({ object, related }) {
    const name = object.metadata.name ?? "";
    const paths = list(object, "spec", "rules").flatMap((rule) => list<Backend>(rule, "http", "paths"));
    const backends = [{ backend: at(object, "spec", "defaultBackend") } as Backend, ...paths];
    const services = new Set(backends.flatMap(({ backend }) => backend?.service?.name ?? []));
    const slices = related.endpointSlices ?? [];
    const idle = [...services].filter(
      (service) => !hasEndpoints(slices.filter(({ metadata }) => metadata.labels?.[SERVICE_NAME] === service)),
    );
    if (idle.length > 0)
      return waiting(`[1/2] Waiting for the services behind ${name} to have endpoints: ${idle.join(", ")}`);
    if (list(object, "status", "loadBalancer", "ingress").length === 0)
      return waiting(`[2/2] Waiting for ${name} to get an address`);
    return READY;
  },
};
