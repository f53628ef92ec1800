import type { ScrapeJob } from "../../../../../components/observability/metrics/scrape/index.ts";
import { relabeled, type Labels } from "./relabel.ts";

/** A pod, as far as its discovery goes. */
export interface Pod {
  name?: string;
  namespace?: string;
  labels?: Labels;
  annotations?: Labels;
  ip?: string;
  node?: string;
  phase?: "Pending" | "Running" | "Succeeded" | "Failed";
  /** Ports by name, by container. */
  containers: Record<string, Record<string, number>>;
}

/**
 * The targets that Prometheus finds in a pod: one for each port of a container, one without a port for a container that
 * declares none. https://prometheus.io/docs/prometheus/latest/configuration/configuration/#pod
 */
export function discovered(pod: Pod): Labels[] {
  const { name = "orders-1", namespace = "shop", ip = "10.1.2.3", node = "a", phase = "Running" } = pod;
  const common: Labels = {
    __meta_kubernetes_namespace: namespace,
    __meta_kubernetes_pod_name: name,
    __meta_kubernetes_pod_ip: ip,
    __meta_kubernetes_pod_node_name: node,
    __meta_kubernetes_pod_phase: phase,
    ...metaLabels("label", pod.labels),
    ...metaLabels("annotation", pod.annotations),
  };
  const host = ip.includes(":") ? `[${ip}]` : ip;
  return Object.entries(pod.containers).flatMap(([container, ports]) => {
    const own = { ...common, __meta_kubernetes_pod_container_name: container };
    if (Object.keys(ports).length === 0) return [{ ...own, __address__: ip }];
    return Object.entries(ports).map(([portName, port]) => ({
      ...own,
      __address__: `${host}:${port}`,
      __meta_kubernetes_pod_container_port_name: portName,
      __meta_kubernetes_pod_container_port_number: `${port}`,
      __meta_kubernetes_pod_container_port_protocol: "TCP",
    }));
  });
}

function metaLabels(kind: "label" | "annotation", values: Labels = {}): Labels {
  const labels: Labels = {};
  for (const [key, value] of Object.entries(values)) {
    const name = key.replaceAll(/\W/g, "_");
    labels[`__meta_kubernetes_pod_${kind}_${name}`] = value;
    labels[`__meta_kubernetes_pod_${kind}present_${name}`] = "true";
  }
  return labels;
}

/** A target of a job: where it is scraped, and what its series are labelled with. */
export interface Target {
  url: string;
  labels: Labels;
}

/** The targets of a job; of those that are the same in everything, Prometheus scrapes one. */
export function targets(found: readonly Labels[], job: ScrapeJob): Target[] {
  const { job_name, scheme = "http", metrics_path = "/metrics" } = job;
  const defaults = { job: job_name, __scheme__: scheme, __metrics_path__: metrics_path };
  const all = found.flatMap((meta) => {
    const labels = relabeled({ ...defaults, ...meta }, job.relabel_configs);
    return labels ? [asTarget(labels)] : [];
  });
  return [...new Map(all.map((target) => [JSON.stringify(target), target])).values()];
}

function asTarget(labels: Labels): Target {
  const { __scheme__, __address__, __metrics_path__ } = labels;
  const visible = Object.entries(labels).filter(([name]) => !name.startsWith("__"));
  return {
    url: `${__scheme__}://${__address__}${__metrics_path__}`,
    labels: Object.fromEntries(visible.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
