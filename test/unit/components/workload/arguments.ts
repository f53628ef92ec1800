import { serviceSpec } from "../../../../components/workload/spec.ts";
import type { ServiceArgs } from "../../../../components/index.ts";

/** The least that a service needs. */
export const least = { namespace: "shop", image: "r.dev/orders@sha256:00" };

/** The least that a sidecar needs. */
export const proxy = {
  name: "proxy",
  image: "r.dev/proxy@sha256:00",
  port: 9443,
  probes: { readiness: { path: "/ready" } },
};

/** The arguments of a service in full, as the builders get them. */
export function specOf(args: Partial<ServiceArgs> = {}) {
  return serviceSpec("orders", { ...least, ...args });
}
