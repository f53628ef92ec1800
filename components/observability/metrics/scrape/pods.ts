import { constant, drop, firstOf, keep, set, type RelabelRule } from "../relabeling.ts";
import type { ScrapeJob } from "./job.ts";

/** The job of every pod, however it was found: who asks for a service need not know. */
export const PODS = "pods";

/**
 * One watch of all pods, which Prometheus shares between the jobs that describe it alike: what differs between them must
 * therefore stand in their rules.
 */
export const everyPod: ScrapeJob["kubernetes_sd_configs"] = [{ role: "pod" }];

/** Pods that have come to their end, or not yet to their beginning, keep their address in the API for a while. */
export const running = keep(["__meta_kubernetes_pod_phase"], "Running");

const ANNOTATED = ["scrape", "port"].map((name) => `__meta_kubernetes_pod_annotation_prometheus_io_${name}`);

/** Whether a pod says by annotations where it is to be scraped. Either job decides by this, so that none is in both. */
export const annotated = keep(ANNOTATED, "true;\\d+");

/** What every series of a pod is labelled with, so that it can be joined with logs and traces. */
export const podLabels: RelabelRule[] = [
  set("namespace", ["__meta_kubernetes_namespace"]),
  set("pod", ["__meta_kubernetes_pod_name"]),
  set("node", ["__meta_kubernetes_pod_node_name"]),
  // The recommended label; then those that were the custom before, CoreDNS' own among them.
  firstOf("service", [
    "__meta_kubernetes_pod_label_app_kubernetes_io_name",
    "__meta_kubernetes_pod_label_k8s_app",
    "__meta_kubernetes_pod_label_app",
  ]),
  // Of a Deployment, or of Argo's Rollout: what tells a canary from the stable pods.
  firstOf("revision", [
    "__meta_kubernetes_pod_label_pod_template_hash",
    "__meta_kubernetes_pod_label_rollouts_pod_template_hash",
  ]),
];

/** Ports that are named `metrics` or `…-metrics`; by https where the name begins with it. */
export const declaredPods: RelabelRule[] = [
  running,
  { ...annotated, action: "drop" },
  drop(["__meta_kubernetes_pod_annotation_prometheus_io_scrape"], "false"),
  keep(["__meta_kubernetes_pod_container_port_protocol"], "TCP"),
  keep(["__meta_kubernetes_pod_container_port_name"], "(.+-)?metrics"),
  set("__scheme__", ["__meta_kubernetes_pod_container_port_name"], { regex: "https-.+", replacement: "https" }),
  ...podLabels,
  set("container", ["__meta_kubernetes_pod_container_name"]),
  constant("job", PODS),
];

/** A part of the API, such as metrics-server, counts its own requests under the names of the API server. */
export const podNoise: RelabelRule[] = [drop(["service", "__name__"], "metrics-server;(apiserver|workqueue)_.+")];

/**
 * How pods are scraped. They sign their own certificates, and get no token: whoever can run a pod would collect it. Nor
 * may they choose labels for themselves, or one tenant would speak for another.
 */
export function podJob(job_name: string, relabel_configs: RelabelRule[], sample_limit: number): ScrapeJob {
  return {
    job_name,
    sample_limit,
    // For exporters that name no format, which Prometheus 3 would refuse.
    fallback_scrape_protocol: "PrometheusText0.0.4",
    tls_config: { insecure_skip_verify: true },
    kubernetes_sd_configs: everyPod,
    relabel_configs,
    metric_relabel_configs: podNoise,
  };
}
