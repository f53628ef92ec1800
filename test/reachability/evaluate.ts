import { within } from "./cidr.ts";
import {
  isPod,
  type Party,
  type Pod,
  type Policy,
  type PolicyPeer,
  type PolicyPort,
  type PolicyRule,
  type World,
} from "./objects.ts";
import { selects } from "./selector.ts";

/**
 * Whether a connection gets through: the sender's policies must let it out, and the receiver's let it in. A pod that no
 * policy of a direction selects is open in that direction.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation
 */
export function reaches(world: World, from: Party, to: Party, port: number, protocol = "TCP"): boolean {
  const connection = { receiver: to, port, protocol };
  return (
    (!isPod(from) || passes(world, "Egress", from, to, connection)) &&
    (!isPod(to) || passes(world, "Ingress", to, from, connection))
  );
}

interface Connection {
  receiver: Party;
  port: number;
  protocol: string;
}

function passes(
  world: World,
  direction: "Ingress" | "Egress",
  pod: Pod,
  other: Party,
  connection: Connection,
): boolean {
  const isolating = world.policies.filter(
    (policy) =>
      policy.namespace === pod.namespace &&
      selects(policy.podSelector, pod.labels) &&
      typesOf(policy).includes(direction),
  );
  const rulesOf = ({ ingress = [], egress = [] }: Policy) => (direction === "Ingress" ? ingress : egress);
  return (
    isolating.length === 0 ||
    isolating.some((policy) => rulesOf(policy).some((rule) => admits(world, policy, rule, other, connection)))
  );
}

/** Unless it says so itself, a policy is about what comes in, and about what goes out if it has rules for that. */
function typesOf({ policyTypes, egress = [] }: Policy): string[] {
  return policyTypes ?? (egress.length > 0 ? ["Ingress", "Egress"] : ["Ingress"]);
}

/** A list that is missing or empty stands for everybody, or for every port. */
function admits(
  world: World,
  policy: Policy,
  { peers = [], ports = [] }: PolicyRule,
  other: Party,
  connection: Connection,
): boolean {
  return (
    (peers.length === 0 || peers.some((peer) => isPeer(world, policy, peer, other))) &&
    (ports.length === 0 || ports.some((port) => isPort(port, connection)))
  );
}

/** A peer without a namespace selector means pods of the policy's own namespace. */
function isPeer(
  { namespaces }: World,
  policy: Policy,
  { podSelector, namespaceSelector, ipBlock }: PolicyPeer,
  other: Party,
): boolean {
  if (ipBlock) {
    const { ip } = other;
    return ip !== undefined && within(ip, ipBlock.cidr) && !(ipBlock.except ?? []).some((block) => within(ip, block));
  }
  if (!isPod(other)) return false;
  const inNamespace = namespaceSelector
    ? selects(namespaceSelector, namespaces.get(other.namespace) ?? {})
    : other.namespace === policy.namespace;
  return inNamespace && selects(podSelector ?? {}, other.labels);
}

/** A name is looked up at the receiver, whichever side's policy it stands in. */
function isPort({ protocol = "TCP", port, endPort }: PolicyPort, connection: Connection): boolean {
  if (protocol !== connection.protocol) return false;
  if (port === undefined) return true;
  if (typeof port === "number") return port <= connection.port && connection.port <= (endPort ?? port);
  const { receiver } = connection;
  return (
    isPod(receiver) &&
    receiver.ports.some(
      (named) => named.name === port && named.number === connection.port && named.protocol === protocol,
    )
  );
}
