import type { networking } from "@pulumi/kubernetes/types/input.js";
import { selectorLabels } from "../workload/labels.ts";
import type { PeerArgs } from "./args.ts";

type Peer = networking.v1.NetworkPolicyPeer;

/** Label that the API server itself puts on every namespace, and that nobody else can. */
const NAMESPACE_NAME = "kubernetes.io/metadata.name";

/** Every pod of a namespace. */
export function everyPodOf(namespace: string): Peer {
  return { namespaceSelector: { matchLabels: { [NAMESPACE_NAME]: namespace } } };
}

/** The pods of one service or task. Both selectors in one peer: a pod must match the two. */
export function podsOf({ name, namespace }: PeerArgs): Peer {
  return { ...everyPodOf(namespace), podSelector: { matchLabels: selectorLabels(name) } };
}

/**
 * The cluster's DNS, whose label has stayed `kube-dns` since that was its name.
 * @see https://kubernetes.io/docs/tasks/administer-cluster/coredns/
 */
export const dns: Peer = { ...everyPodOf("kube-system"), podSelector: { matchLabels: { "k8s-app": "kube-dns" } } };
