import { expect, test } from "vitest";
import { clusterMonitors } from "../../../../../components/observability/metrics/cluster-monitors.ts";
import type { MetricsArgs } from "../../../../../components/observability/metrics/index.ts";
import {
  podMonitor,
  prometheusRules,
  type OperatorRule,
} from "../../../../../components/observability/metrics/operator.ts";
import type { RelabelRule } from "../../../../../components/observability/metrics/relabeling.ts";
import { scrapeJobs } from "../../../../../components/observability/metrics/scrape/index.ts";
import { metricsSpec } from "../../../../../components/observability/metrics/spec.ts";
import { least } from "./arguments.ts";
import { discovered, targets, type Pod } from "./discovery.ts";
import { relabeled, type Labels } from "./relabel.ts";

const specOf = (args: Partial<MetricsArgs> = {}) => metricsSpec({ ...least, operator: true, ...args });

interface Endpoint {
  relabelings: OperatorRule[];
  metricRelabelings: OperatorRule[];
}

interface PodMonitorSpec {
  selector: { matchExpressions: { key: string; operator: string; values: string[] }[] };
  namespaceSelector: object;
  podMetricsEndpoints: Endpoint[];
}

const monitor = podMonitor(specOf({ scrapeInterval: "5s" })).spec as PodMonitorSpec;

function asPrometheus(rules: OperatorRule[]): RelabelRule[] {
  return rules.map(({ sourceLabels, targetLabel, ...rule }) => ({
    ...rule,
    ...(sourceLabels && { source_labels: sourceLabels }),
    ...(targetLabel !== undefined && { target_label: targetLabel }),
  }));
}

/** What the operator writes before the rules of a PodMonitor's endpoint that names no port. */
const before: RelabelRule[] = [
  { action: "drop", source_labels: ["__meta_kubernetes_pod_phase"], regex: "(Failed|Succeeded)" },
  { source_labels: ["__meta_kubernetes_namespace"], target_label: "namespace" },
  { source_labels: ["__meta_kubernetes_pod_container_name"], target_label: "container" },
  { source_labels: ["__meta_kubernetes_pod_name"], target_label: "pod" },
  { target_label: "job", replacement: "monitoring/slipway-pods" },
];

function byOperator(pod: Pod) {
  const { matchExpressions } = monitor.selector;
  const out = matchExpressions.some(({ key, values }) => values.includes(pod.labels?.[key] ?? ""));
  if (out) return [];
  return monitor.podMetricsEndpoints.flatMap(({ relabelings }, index) =>
    targets(discovered(pod), {
      job_name: `podMonitor/monitoring/slipway-pods/${index}`,
      kubernetes_sd_configs: [],
      relabel_configs: [...before, ...asPrometheus(relabelings)],
    }),
  );
}

function byJobs(pod: Pod) {
  const jobs = scrapeJobs(specOf()).filter(({ job_name }) => job_name.startsWith("pods"));
  return jobs.flatMap((job) => targets(discovered(pod), job));
}

const annotations = { "prometheus.io/scrape": "true", "prometheus.io/port": "9090" };
const labels = { "app.kubernetes.io/name": "orders", "rollouts-pod-template-hash": "77c9" };

test.each<[string, Pod]>([
  ["a service", { labels, containers: { orders: { http: 8080, "http-metrics": 9090 } } }],
  ["one with https", { labels, containers: { orders: { "https-metrics": 9443 } } }],
  ["one with annotations", { labels, annotations, containers: { web: { http: 8080 }, proxy: { admin: 1 } } }],
  ["one with both", { labels, annotations, containers: { web: { http: 8080, "http-metrics": 9090 } } }],
  ["one that wants none", { annotations: { "prometheus.io/scrape": "false" }, containers: { a: { metrics: 1 } } }],
  ["one without", { labels, containers: { web: { http: 8080 } } }],
  ["one that has ended", { labels, phase: "Succeeded", containers: { orders: { metrics: 1 } } }],
  [
    "one of the node",
    { namespace: "monitoring-node", ip: "192.168.0.7", containers: { agent: { "http-metrics": 1 } } },
  ],
])("the operator's Prometheus scrapes %s as ours does, under the same labels", (_, pod) => {
  expect(byOperator(pod)).toEqual(byJobs(pod));
});

test.each<Labels>([{ "app.kubernetes.io/name": "prometheus-node-exporter" }, { "k8s-app": "kube-dns" }])(
  "what kube-prometheus-stack scrapes itself is not scraped again: %j",
  (labels) => {
    expect(byOperator({ labels, containers: { a: { metrics: 1 } } })).toEqual([]);
  },
);

test("a PodMonitor looks into every namespace, as often and as long as asked", () => {
  expect(monitor.namespaceSelector).toEqual({ any: true });
  expect(monitor.podMetricsEndpoints).toMatchObject([
    { interval: "5s", scrapeTimeout: "5s", tlsConfig: { insecureSkipVerify: true } },
    { interval: "5s", scrapeTimeout: "5s" },
  ]);
});

test("each file of rules is a PrometheusRule with its groups", () => {
  const group = { name: "orders", rules: [{ record: "a", expr: "sum(b)" }] };
  const rules = { "Orders_slo.yaml": JSON.stringify({ groups: [group] }), "tasks.yml": "groups: []" };
  expect(prometheusRules(specOf({ rules }))).toMatchObject([
    { kind: "PrometheusRule", name: "slipway-orders-slo", namespace: "monitoring", spec: { groups: [group] } },
    { name: "slipway-tasks", spec: { groups: [] } },
  ]);
});

test("kubelets, cAdvisor and API servers are described under our jobs' names, with our labels and without the noise", () => {
  const endpoints = clusterMonitors(specOf()).flatMap(({ spec }) => (spec as { endpoints: Endpoint[] }).endpoints);
  const given: Labels = {
    job: "kubelet",
    namespace: "kube-system",
    service: "kps-kubelet",
    endpoint: "https-metrics",
    node: "a",
    instance: "192.168.0.7:10250",
  };
  const kept = endpoints.map(({ relabelings }) => relabeled(given, asPrometheus(relabelings)));
  expect(kept).toEqual(
    ["kubelet", "cadvisor", "kubernetes-apiservers"].map((job) => ({ job, node: "a", instance: "192.168.0.7:10250" })),
  );
  const noise: Labels[] = [
    { __name__: "kubernetes_feature_enabled" },
    { __name__: "container_tasks_state" },
    { __name__: "apiserver_request_duration_seconds_bucket" },
  ];
  for (const [index, { metricRelabelings }] of endpoints.entries()) {
    expect(relabeled(noise[index] ?? {}, asPrometheus(metricRelabelings))).toBeUndefined();
  }
});
