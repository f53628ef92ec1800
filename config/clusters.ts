import { watched, type ObservabilityConfig } from "./observability.ts";
import { serviceNetwork, workloadNetwork, type NetworkConfig } from "./network.ts";
import { routesOf, type RouteConfig } from "./routes.ts";
import type { Parsed } from "./schema/index.ts";
import type { ServiceConfig } from "./services.ts";
import type { TaskConfig } from "./tasks.ts";

export type TenantConfig = Parsed["tenants"][number];

/** A cluster of the stack and what goes there. */
export interface ClusterConfig {
  /** Name of the cluster in the stack, where it has several. */
  name?: string;
  /** Context of the kubeconfig. */
  context: string;
  /** What the Pulumi names of everything there begin with: nothing, or `<name>-`. Kubernetes names go without. */
  prefix: string;
  /** What sees, keeps and shows what runs there; absent where another stack brings it. */
  observability?: ObservabilityConfig;
  /** Absent where nothing is routed. */
  gateway?: GatewayConfig;
  tenants: PlacedTenant[];
}

export type GatewayConfig = NonNullable<Parsed["gateway"]> & { routesFrom: string[] };

/** A tenant on one cluster, with what runs there. */
export type PlacedTenant = TenantConfig & { services: PlacedService[]; tasks: PlacedTask[] };

/** A service on one cluster: who it talks to depends on what else is there. */
export type PlacedService = Omit<ServiceConfig, "routes"> & { network: NetworkConfig; routes: RouteConfig[] };

/** A task on one cluster. */
export type PlacedTask = TaskConfig & { network: NetworkConfig };

/** What a stack says about all of its clusters. */
interface Shared extends Pick<Parsed, "cluster" | "clusters" | "tenants" | "gateway" | "observability"> {
  /** What watches each of them, without what it watches there. */
  monitoring?: Omit<ObservabilityConfig, "services">;
}

/** Private addresses, where a cluster's own way to its API server leads with every provider that we know of. */
const API_SERVER = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].map((cidr) => ({
  cidr,
  ports: [443, 6443],
  protocol: "TCP" as const,
}));

/** What runs on one cluster. */
interface Load {
  services: ServiceConfig[];
  tasks: TaskConfig[];
}

/**
 * The clusters of a stack, each with the tenants that have anything there. Under the single `cluster` every tenant
 * exists, for a stack may begin with tenants alone. A task runs wherever all the services run that it names.
 */
export function clustersOf(stack: Shared, services: ServiceConfig[], tasks: TaskConfig[]): ClusterConfig[] {
  const { cluster, clusters, tenants } = stack;
  if (!clusters) return cluster ? [{ prefix: "", ...loaded(cluster, stack, tenants, { services, tasks }) }] : [];
  return clusters.map(({ name, services: named, ...target }) => {
    const there = named ? services.filter((service) => named.includes(service.name)) : services;
    const names = new Set(there.map((service) => service.name));
    const run = tasks.filter(({ service, calls }) =>
      [...calls, ...(service ? [service] : [])].every((needed) => names.has(needed)),
    );
    const inhabited = tenants.filter((tenant) => [...there, ...run].some((each) => each.tenant === tenant.name));
    return { name, prefix: `${name}-`, ...loaded(target, stack, inhabited, { services: there, tasks: run }) };
  });
}

function loaded(
  { context, apiServer = API_SERVER }: NonNullable<Parsed["cluster"]>,
  platform: Shared,
  tenants: TenantConfig[],
  { services, tasks }: Load,
): Pick<ClusterConfig, "context" | "gateway" | "observability" | "tenants"> {
  const migrations = services.filter(({ migration }) => migration).map(asMigration);
  const around = { services, callers: [...services, ...migrations, ...tasks], platform };
  const placed = services.map((service) => ({
    ...service,
    network: serviceNetwork(service, around),
    routes: routesOf(service.routes, services),
  }));
  const placedTasks = tasks.map((task) => ({
    ...task,
    network: workloadNetwork(task, around, task.lease ? apiServer : []),
  }));
  const routesFrom = tenants
    .map(({ name }) => name)
    .filter((name) => services.some(({ tenant, routes }) => tenant === name && routes.length > 0));
  return {
    context,
    ...(platform.monitoring && { observability: { ...platform.monitoring, services: services.map(watched) } }),
    ...(platform.gateway && routesFrom.length > 0 && { gateway: { ...platform.gateway, routesFrom } }),
    tenants: tenants.map((tenant) => ({
      ...tenant,
      services: placed.filter((service) => service.tenant === tenant.name),
      tasks: placedTasks.filter((task) => task.tenant === tenant.name),
    })),
  };
}

/** The pods of a service's migration, which call what the service calls. */
function asMigration(service: ServiceConfig): ServiceConfig {
  return { ...service, name: `${service.name}-migration` };
}
