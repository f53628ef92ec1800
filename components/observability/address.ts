import type { OpeningArgs } from "../network/index.ts";

/** Where something is that is not ours, for the network policy. */
export interface WhereaboutsArgs {
  /**
   * Blocks of addresses that it is reached at, as a NetworkPolicy knows no names.
   * @default - the namespace that the address names (`…<namespace>.svc…`), else any address
   */
  cidrs?: string[];
}

/** The port of an address, the scheme's own where it names none. */
export function portOf(address: string): number {
  const { port, protocol } = new URL(address);
  return port === "" ? (protocol === "https:" ? 443 : 80) : Number(port);
}

/**
 * What must be open for an address. In the cluster that is the port of the pods behind it, which is expected to be the
 * Service's.
 */
export function openingTo(address: string, { cidrs }: WhereaboutsArgs): OpeningArgs {
  const ports = [portOf(address)];
  if (cidrs) return { cidrs, ports };
  const [, namespace, service] = new URL(address).hostname.split(".");
  return namespace !== undefined && service === "svc" ? { namespace, ports } : { cidrs: ["0.0.0.0/0"], ports };
}
