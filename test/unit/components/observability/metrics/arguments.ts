import type { MetricsArgs } from "../../../../../components/observability/metrics/index.ts";

/** The least that metrics need. */
export const least: MetricsArgs = {
  namespace: "monitoring",
  nodeNamespace: "monitoring-node",
  images: {
    prometheus: "r.dev/prometheus:v3",
    kubeStateMetrics: "r.dev/kube-state-metrics:v2",
    nodeExporter: "r.dev/node-exporter:v1",
    metricsServer: "r.dev/metrics-server:v0",
  },
};
