import type { networking } from "@pulumi/kubernetes/types/input.js";
import { selectorLabels } from "../workload/labels.ts";
import type { EgressArgs, NetworkArgs } from "./args.ts";
import { withoutMetadata } from "./cidr.ts";
import { dns, everyPodOf, podsOf } from "./peers.ts";
import { port, tcp } from "./ports.ts";

/** What a pod listens on. */
export interface Listening {
  /** Kubernetes name of the service or task. */
  name: string;
  /** Ports of its servers; none for a task. */
  ports: number[];
  metricsPort?: number;
}

/**
 * OpenTelemetry's own ports, gRPC and HTTP.
 * @see https://opentelemetry.io/docs/specs/otlp/
 */
const OTLP_PORTS = [4317, 4318];

/**
 * What is opened for the pods of one service or task, in a namespace that refuses everything. A port is that of the pod,
 * as a NetworkPolicy sees traffic behind a Service's address.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function networkPolicySpec(
  { name, ...listening }: Listening,
  network: NetworkArgs,
): networking.v1.NetworkPolicySpec {
  return {
    podSelector: { matchLabels: selectorLabels(name) },
    policyTypes: ["Ingress", "Egress"],
    ingress: ingress(listening, network),
    egress: egress(network),
  };
}

function ingress(
  { ports, metricsPort }: Omit<Listening, "name">,
  { gateway, monitoring, callers = [] }: NetworkArgs,
): networking.v1.NetworkPolicyIngressRule[] {
  const clients = [...some(gateway).map(everyPodOf), ...callers.map(podsOf)];
  const rules = [
    { from: clients, ports: ports.map(tcp) },
    { from: some(monitoring).map(everyPodOf), ports: some(metricsPort).map(tcp) },
  ];
  // To Kubernetes an empty list means everybody, or every port.
  return rules.filter(({ from, ports }) => from.length > 0 && ports.length > 0);
}

function egress({
  monitoring,
  calls = [],
  egress = [],
  apiServer = [],
}: NetworkArgs): networking.v1.NetworkPolicyEgressRule[] {
  const rules = [
    { to: [dns], ports: [port(53, "UDP"), tcp(53)] },
    ...some(monitoring).map((namespace) => ({ to: [everyPodOf(namespace)], ports: OTLP_PORTS.map(tcp) })),
    ...calls.map((call) => ({ to: [podsOf(call)], ports: call.ports.map(tcp) })),
    ...[...egress, ...apiServer].map(outside),
  ];
  return rules.filter(({ ports }) => ports.length > 0);
}

function outside({ cidr, ports, protocol }: EgressArgs) {
  return { to: [{ ipBlock: withoutMetadata(cidr) }], ports: ports.map((number) => port(number, protocol)) };
}

function some<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
