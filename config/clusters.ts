import { serviceNetwork, workloadNetwork, type NetworkConfig } from "./network.ts";
import { routesOf, type RouteConfig } from "./routes.ts";
import type { Parsed, ServiceConfig, TaskConfig, TenantConfig } from "./stack.ts";

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
  tasks: PlacedTask[];
}

/** What a stack says about all of its clusters. */
type Shared = Pick<Parsed, "cluster" | "clusters" | "tenants" | "gateway" | "observability">;

/** A service on one cluster: who it talks to depends on what else is there. */
export type PlacedService = Omit<ServiceConfig, "routes"> & { network: NetworkConfig; routes: RouteConfig[] };

/** A task on one cluster. */
export type PlacedTask = TaskConfig & { network: NetworkConfig };

/**
 * The clusters of a stack, each with its services and tasks, and with the tenants that have any there. Under the single
 * `cluster` every tenant exists, for a stack may begin with tenants alone. A task runs wherever all the services run that
 * it names.
 */
export function clustersOf(stack: Shared, services: ServiceConfig[], tasks: TaskConfig[]): ClusterConfig[] {
  const { cluster, clusters, tenants } = stack;
  if (!clusters) {
    return cluster ? [{ ...cluster, prefix: "", tenants, ...connected(services, tasks, stack, cluster) }] : [];
  }
  return clusters.map(({ services: named, ...cluster }) => {
    const there = named ? services.filter((service) => named.includes(service.name)) : services;
    const names = new Set(there.map(({ name }) => name));
    const run = tasks.filter(({ service, calls }) =>
      [...calls, ...(service ? [service] : [])].every((n) => names.has(n)),
    );
    const inhabited = tenants.filter(({ name }) => [...there, ...run].some(({ tenant }) => tenant === name));
    return {
      ...cluster,
      prefix: `${cluster.name}-`,
      tenants: inhabited,
      ...connected(there, run, stack, cluster),
    };
  });
}

function connected(
  services: ServiceConfig[],
  tasks: TaskConfig[],
  platform: Shared,
  { apiServer }: Pick<NetworkConfig, "apiServer">,
): Pick<ClusterConfig, "services" | "tasks"> {
  const migrations = services.filter(({ migration }) => migration).map(asMigration);
  const around = { services, callers: [...services, ...migrations, ...tasks], platform };
  return {
    services: services.map((service) => ({
      ...service,
      network: serviceNetwork(service, around),
      routes: routesOf(service.routes, services),
    })),
    tasks: tasks.map((task) => ({ ...task, network: workloadNetwork(task, around, task.lease ? apiServer : []) })),
  };
}

/** The pods of a service's migration, which call what the service calls. */
function asMigration(service: ServiceConfig): ServiceConfig {
  return { ...service, name: `${service.name}-migration` };
}
