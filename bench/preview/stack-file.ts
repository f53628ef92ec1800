import { parse, stringify } from "yaml";

/** The keys of a stack file that are changed here. */
interface StackConfig {
  "slipway:cluster": { context: string };
  "slipway:tenants": { name: string }[];
  "slipway:services": { name: string; tenant: string; build?: object; image?: string }[];
}

/**
 * The dev stack in namespaces of its own, so that the one which a person works with stays as it is. It runs on the lab
 * whatever cluster the stack file names: a benchmark touches no other.
 *
 * @param prefix of the tenants' names
 * @param images ready-made image of each service; without one it is built, as the stack file says
 */
export function stackFile(devStack: string, prefix: string, images: Record<string, string> = {}): string {
  const { config } = parse(devStack) as { config: StackConfig };
  const tenantOf = (name: string) => `${prefix}-${name}`;
  return stringify({
    config: {
      ...config,
      "slipway:cluster": { context: "lab" },
      "slipway:tenants": config["slipway:tenants"].map((tenant) => ({ ...tenant, name: tenantOf(tenant.name) })),
      "slipway:services": config["slipway:services"].map(({ build, ...service }) => ({
        ...service,
        tenant: tenantOf(service.tenant),
        ...(images[service.name] ? { image: images[service.name] } : { build }),
      })),
    },
  });
}
