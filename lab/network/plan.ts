import { LabError } from "../error.ts";

/** The addresses of a lab: one /16, cut into what a node needs. */
export interface NetworkPlan {
  /** Pods of the node; also what the controller manager hands out. */
  pods: string;
  /** ClusterIPs. */
  services: string;
  /** The host's end of the veth pair. */
  host: string;
  /** The node, and so the API server, the kubelet and NodePorts. */
  node: string;
  /** Prefix length of the veth's network. */
  linkPrefix: number;
  /** ClusterIP of the service `kubernetes`: the first of the range. */
  apiService: string;
  /** ClusterIP of cluster DNS: the tenth, as everywhere. */
  dnsService: string;
}

/** Second bytes of the 10.x.0.0/16 blocks that are tried, in this order: away from the usual ones of clouds, Docker and VPNs. */
const candidates = [231, 187, 143, 98, 61, 217, 29];

/** An address range as two numbers, both inclusive. */
interface Range {
  first: number;
  last: number;
}

/** `10.1.2.0/24` or a plain address → its range. */
export function parseCidr(cidr: string): Range {
  const [address = "", prefix = "32"] = cidr.split("/");
  const bytes = address.split(".").map(Number);
  const length = Number(prefix);
  if (bytes.length !== 4 || bytes.some((b) => !(b >= 0 && b <= 255)) || !(length >= 0 && length <= 32)) {
    throw new LabError(`${cidr} is not an IPv4 range.`);
  }
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const size = 2 ** (32 - length);
  const first = value - (value % size);
  return { first, last: first + size - 1 };
}

export function overlaps(a: string, b: string): boolean {
  const [left, right] = [parseCidr(a), parseCidr(b)];
  return left.first <= right.last && right.first <= left.last;
}

/**
 * The first block that none of the host's routes touches.
 *
 * @param routes destinations of the host's routes, as `ip route` names them, the default route left out
 * @throws LabError naming the routes in the way when every block is taken
 */
export function planNetwork(routes: readonly string[]): NetworkPlan {
  const free = candidates.find((block) => !routes.some((route) => overlaps(route, `10.${block}.0.0/16`)));
  if (free === undefined) {
    const blocks = candidates.map((block) => `10.${block}.0.0/16`).join(", ");
    throw new LabError(
      `the host has routes into every address block that the lab can use (${blocks}); remove one of the routes ${routes.join(", ")}.`,
    );
  }
  return {
    pods: `10.${free}.0.0/24`,
    services: `10.${free}.128.0/20`,
    host: `10.${free}.255.253`,
    node: `10.${free}.255.254`,
    linkPrefix: 30,
    apiService: `10.${free}.128.1`,
    dnsService: `10.${free}.128.10`,
  };
}
