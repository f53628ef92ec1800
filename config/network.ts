/** A service or a task, as far as it has to do with the network. */
interface Workload {
  name: string;
  tenant: string;
  calls: string[];
  egress: Destination[];
}

interface Destination {
  cidr: string;
  ports: number[];
  protocol: string;
}

interface Server extends Workload {
  port: number;
  grpcPort?: number;
  routes: { weights?: Record<string, number> }[];
}

/** Namespaces of the platform. */
interface Platform {
  gateway?: { namespace: string };
  observability: { namespace: string };
}

/** Both ends of what the stack file declares at one of them. */
export interface NetworkConfig {
  gateway?: string;
  monitoring: string;
  callers: { name: string; namespace: string }[];
  calls: { name: string; namespace: string; ports: number[] }[];
  egress: Destination[];
  apiServer: Destination[];
}

/** What runs on one cluster, and the rest of the stack as far as it has to do with the network. */
export interface Neighbourhood {
  services: readonly Server[];
  /** Everything that may call a service: the services themselves, and the tasks. */
  callers: readonly Workload[];
  platform: Platform;
}

/** Who a service talks to. */
export function serviceNetwork(service: Server, around: Neighbourhood): NetworkConfig {
  const { platform, callers } = around;
  const network = workloadNetwork(service, around);
  return {
    ...network,
    ...(isRouted(service, around) && { gateway: platform.gateway?.namespace }),
    callers: callers
      .filter(({ calls }) => calls.includes(service.name))
      .map(({ name, tenant }) => ({ name, namespace: tenant })),
  };
}

/** By a route of its own, or by a share of another service's. */
function isRouted({ name, routes }: Server, { services }: Neighbourhood): boolean {
  return routes.length > 0 || services.some((other) => other.routes.some(({ weights = {} }) => name in weights));
}

/** Who a task, or the calling half of a service, talks to. */
export function workloadNetwork(
  { calls, egress }: Workload,
  { services, platform }: Neighbourhood,
  apiServer: Destination[] = [],
): NetworkConfig {
  return {
    monitoring: platform.observability.namespace,
    callers: [],
    calls: services
      .filter(({ name }) => calls.includes(name))
      .map(({ name, tenant, port, grpcPort }) => ({
        name,
        namespace: tenant,
        ports: grpcPort === undefined ? [port] : [port, grpcPort],
      })),
    egress,
    apiServer,
  };
}
