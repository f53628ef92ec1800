import { parse, stringify } from "yaml";

/** The keys of a stack file that are changed here. */
interface StackConfig {
  "slipway:cluster": { context: string };
  "slipway:tenants": { name: string }[];
  "slipway:services": Workload[];
  "slipway:tasks"?: Workload[];
  "slipway:gateway"?: object;
  "slipway:observability"?: object;
}

/** A service or a task. */
interface Workload {
  name: string;
  tenant: string;
  build?: object;
  image?: string;
  routes?: object[];
}

/**
 * The dev stack in namespaces of its own, so that the one which a person works with stays as it is. It runs on the lab
 * whatever cluster the stack file names: a benchmark touches no other. Without routes and their gateway, and without the
 * monitoring: there is one for all stacks of a cluster, and the gateway is of kinds that Pulumi's SDK has no classes for.
 *
 * @param prefix of the tenants' names
 * @param images ready-made image of each service and task; without one it is built, as the stack file says
 */
export function stackFile(devStack: string, prefix: string, images: Record<string, string> = {}): string {
  const { config } = parse(devStack) as { config: StackConfig };
  delete config["slipway:gateway"];
  delete config["slipway:observability"];
  const tenantOf = (name: string) => `${prefix}-${name}`;
  const own = ({ build, ...workload }: Workload) => ({
    ...workload,
    tenant: tenantOf(workload.tenant),
    routes: undefined,
    ...(images[workload.name] ? { image: images[workload.name] } : { build }),
  });
  return stringify({
    config: {
      ...config,
      "slipway:cluster": { context: "lab" },
      "slipway:tenants": config["slipway:tenants"].map((tenant) => ({ ...tenant, name: tenantOf(tenant.name) })),
      "slipway:services": config["slipway:services"].map(own),
      "slipway:tasks": (config["slipway:tasks"] ?? []).map(own),
    },
  });
}
