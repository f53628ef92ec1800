import type { Prometheus, Target } from "./prometheus.ts";
import { AGENTS, MONITORING, TENANT } from "./stack.ts";

/** Namespaces of pods that are there in any lab, and of ours. */
const NAMESPACES = ["kube-system", "traefik", TENANT, MONITORING, AGENTS];

/** What is scraped in the lab but for what another stack may have brought, as `<job>/<whose>:<port>`. */
export async function targetsOf(prometheus: Prometheus): Promise<(Target & { name: string })[]> {
  const targets = await prometheus.targets();
  return targets
    .filter(({ labels: { namespace } }) => namespace === undefined || NAMESPACES.includes(namespace))
    .map((target) => ({ ...target, name: nameOf(target) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function nameOf({ labels, scrapeUrl }: Target): string {
  const whose = labels.service ?? (labels.node ? "node" : "");
  return `${labels.job}/${whose}:${new URL(scrapeUrl).port}`;
}

/**
 * All of it; of a service with two pods, twice.
 *
 * @param beside as for the stack
 */
export function expectedTargets(beside: boolean): string[] {
  return [
    "cadvisor/node:10250",
    "etcd/node:2381",
    "kube-controller-manager/node:10257",
    "kube-scheduler/node:10259",
    "kube-state-metrics/:8080",
    "kubelet/node:10250",
    "kubernetes-apiservers/:6443",
    "pods/jaeger:14269",
    "pods/kube-dns:9153",
    "pods/kube-state-metrics:8081",
    "pods/log-agent:8888",
    "pods/loki:3100",
    "pods/loud:9090",
    ...(beside ? [] : ["pods/metrics-server:10250"]),
    `pods/node-exporter:${beside ? 9101 : 9100}`,
    "pods/orders:9090",
    "pods/orders:9090",
    "pods/otel-gateway:8888",
    "pods/otel-gateway:8889",
    "pods/prometheus:9090",
    "pods/scribe:9090",
    "pods/traefik:8080",
  ];
}
