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
  services: ServiceConfig[];
}

/**
 * The clusters of a stack, each with its services, and with the tenants that have any there. Under the single `cluster`
 * every tenant exists, for a stack may begin with tenants alone.
 */
export function clustersOf({ cluster, clusters, tenants }: Parsed, services: ServiceConfig[]): ClusterConfig[] {
  if (!clusters) return cluster ? [{ ...cluster, prefix: "", tenants, services }] : [];
  return clusters.map(({ name, context, services: named }) => {
    const there = named ? services.filter((service) => named.includes(service.name)) : services;
    const inhabited = tenants.filter((tenant) => there.some((service) => service.tenant === tenant.name));
    return { name, context, prefix: `${name}-`, tenants: inhabited, services: there };
  });
}
