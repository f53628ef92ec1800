import type { networking } from "@pulumi/kubernetes/types/input.js";
import { selectorLabels } from "../workload/labels.ts";
import type { OpeningArgs, OpeningsArgs } from "./args.ts";
import { withoutMetadata } from "./cidr.ts";
import { dns, everyPodOf, podsOf } from "./peers.ts";
import { port, tcp } from "./ports.ts";

/**
 * What is opened for the pods of one program of the platform, beside the names of the cluster, which everybody may ask for.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function openingsSpec(name: string, { from = [], to = [] }: OpeningsArgs): networking.v1.NetworkPolicySpec {
  return {
    podSelector: { matchLabels: selectorLabels(name) },
    policyTypes: ["Ingress", "Egress"],
    ingress: from.map((opening) => ({ from: peersOf(opening), ...portsOf(opening) })),
    egress: [
      { to: [dns], ports: [port(53, "UDP"), tcp(53)] },
      ...to.map((opening) => ({ to: peersOf(opening), ...portsOf(opening) })),
    ],
  };
}

function peersOf({ pods, namespace, everyNamespace, cidrs = [] }: OpeningArgs): networking.v1.NetworkPolicyPeer[] {
  return [
    ...(pods ? [podsOf(pods)] : []),
    ...(namespace === undefined ? [] : [everyPodOf(namespace)]),
    ...(everyNamespace ? [{ namespaceSelector: {} }] : []),
    ...cidrs.map((cidr) => ({ ipBlock: withoutMetadata(cidr) })),
  ];
}

/** To Kubernetes an empty list would be every port as well, but one that the API server forgets. */
function portsOf({ ports }: OpeningArgs): Pick<networking.v1.NetworkPolicyIngressRule, "ports"> {
  return ports.length > 0 ? { ports: ports.map(tcp) } : {};
}
