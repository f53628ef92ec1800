import { serviceNetwork, type NetworkConfig } from "./network.ts";
import { routesOf, type RouteConfig } from "./routes.ts";
import type { Parsed, ServiceConfig, TenantConfig } from "./stack.ts";

/** A cluster of the stack and what goes there. */
export interface ClusterConfig {
  /** Name of the cluster in the stack, where it has several. */
  name?: string;
  /** Context of the kubeconfig. */
  context: string;
  /** What the Pulumi names of everything there begin with: nothing, or `<name>-`. Kubernetes names go without. */
  prefix: string;
  tenants: TenantConfig[];
  services: PlacedService[];
}

/** What a stack says about all of its clusters. */
type Shared = Pick<Parsed, "cluster" | "clusters" | "tenants" | "gateway" | "observability">;

/** A service on one cluster: who it talks to depends on what else is there. */
export type PlacedService = Omit<ServiceConfig, "routes"> & { network: NetworkConfig; routes: RouteConfig[] };

/**
 * The clusters of a stack, each with its services, and with the tenants that have any there. Under the single `cluster`
 * every tenant exists, for a stack may begin with tenants alone.
 */
export function clustersOf(stack: Shared, services: ServiceConfig[]): ClusterConfig[] {
  const { cluster, clusters, tenants } = stack;
  if (!clusters) return cluster ? [{ ...cluster, prefix: "", tenants, services: connected(services, stack) }] : [];
  return clusters.map(({ services: named, ...cluster }) => {
    const there = named ? services.filter((service) => named.includes(service.name)) : services;
    const inhabited = tenants.filter((tenant) => there.some((service) => service.tenant === tenant.name));
    return { ...cluster, prefix: `${cluster.name}-`, tenants: inhabited, services: connected(there, stack) };
  });
}

function connected(services: ServiceConfig[], platform: Shared): PlacedService[] {
  const around = { services, callers: services, platform };
  return services.map((service) => ({
    ...service,
    network: serviceNetwork(service, around),
    routes: routesOf(service.routes, services),
  }));
}
