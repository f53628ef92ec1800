/** Every third-party image that Slipway builds on or runs: name and tag in one place, for updates, bundles and mirrors. */
export const catalog = {
  /** Base of the service builds; `services/<name>/Dockerfile` names the same tag as the default of its `GO_IMAGE`. */
  golang: "docker.io/library/golang:1.26.8",
  prometheus: "docker.io/prom/prometheus:v3.15.0",
  kubeStateMetrics: "registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.18.0",
  nodeExporter: "docker.io/prom/node-exporter:v1.12.1",
  metricsServer: "registry.k8s.io/metrics-server/metrics-server:v0.9.0",
  /** The contrib distribution: its log receiver and its samplers are in no other. */
  collector: "docker.io/otel/opentelemetry-collector-contrib:0.158.0",
  loki: "docker.io/grafana/loki:3.7.8",
  jaeger: "docker.io/jaegertracing/all-in-one:1.62.0",
  grafana: "docker.io/grafana/grafana:12.4.11",
} as const;
