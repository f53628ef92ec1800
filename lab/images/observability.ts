import { compiledImage, compiledVersion } from "./compiled.ts";

/**
 * Prometheus counts its modules on their own: minor version 315 is release 3.15.
 * @see https://github.com/prometheus/prometheus/blob/main/RELEASE.md
 */
export function prometheusRelease(moduleVersion: string): string {
  const [, minor = 0, patch = 0] = moduleVersion.split(".").map(Number);
  return `${Math.floor(minor / 100)}.${minor % 100}.${patch}`;
}

/**
 * What watches the platform, under upstream's names; a mirror keeps what is not Docker Hub's below the name of its
 * registry. Each holds one static binary, its entry point, and has no shell. Prometheus and Jaeger come without their web
 * interface, which their modules lack; their APIs are there.
 */
export const observability = {
  prometheus: compiledImage("prometheus", {
    repository: "prom/prometheus",
    tag: `v${prometheusRelease(compiledVersion("prometheus", "github.com/prometheus/prometheus"))}`,
  }),
  "kube-state-metrics": compiledImage("kube-state-metrics", {
    repository: "registry.k8s.io/kube-state-metrics/kube-state-metrics",
    tag: `v${compiledVersion("kube-state-metrics", "k8s.io/kube-state-metrics/v2")}`,
  }),
  "node-exporter": compiledImage("node_exporter", {
    repository: "prom/node-exporter",
    tag: `v${compiledVersion("node-exporter", "github.com/prometheus/node_exporter")}`,
  }),
  "metrics-server": compiledImage("metrics-server", {
    repository: "registry.k8s.io/metrics-server/metrics-server",
    tag: `v${compiledVersion("metrics-server", "sigs.k8s.io/metrics-server")}`,
  }),
  otelcol: compiledImage("otelcol-contrib", {
    repository: "otel/opentelemetry-collector-contrib",
    tag: compiledVersion("otelcol", "go.opentelemetry.io/collector/otelcol"),
  }),
  loki: compiledImage("loki", {
    repository: "grafana/loki",
    tag: compiledVersion("loki", "github.com/grafana/loki/v3"),
  }),
  jaeger: compiledImage("jaeger-all-in-one", {
    repository: "jaegertracing/all-in-one",
    tag: compiledVersion("jaeger", "github.com/jaegertracing/jaeger"),
  }),
} as const;
