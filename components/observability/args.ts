import type { Input } from "@pulumi/pulumi";
import type { DashboardsArgs, ServiceDashboardArgs } from "./dashboards/index.ts";
import type { LogsArgs } from "./logs/index.ts";
import type { MetricsArgs } from "./metrics/index.ts";
import type { TracesArgs } from "./traces/index.ts";

/** Arguments of {@link Observability}. Plain, because they decide which programs there are and stand in their configuration. */
export interface ObservabilityArgs {
  /** Namespace of the monitoring, which comes with it; what needs the files of a node is in `<namespace>-node`. */
  namespace: string;
  /** Images of the programs, best `repository@digest`. */
  images: ObservabilityImagesArgs;
  /**
   * Services that are watched: each has a dashboard, and a way of its own for its logs.
   * @default - none
   */
  services?: ServiceDashboardArgs[];
  /**
   * Prometheus and what counts for it.
   * @default - no metrics
   */
  metrics?: Omit<MetricsArgs, "namespace" | "nodeNamespace" | "images">;
  /**
   * Log agents and Loki.
   * @default - no logs
   */
  logs?: Omit<LogsArgs, "namespace" | "nodeNamespace" | "images" | "services">;
  /**
   * The collector that takes spans, and Jaeger.
   * @default - no traces
   */
  traces?: Omit<TracesArgs, "namespace" | "images">;
  /**
   * Grafana, for which there must be metrics.
   * @default - no dashboards
   */
  dashboards?: Omit<DashboardsArgs, "namespace" | "image" | "sources" | "services" | "parts">;
}

/** Images of {@link Observability}. */
export interface ObservabilityImagesArgs {
  /** Prometheus. */
  prometheus: Input<string>;
  /** kube-state-metrics. */
  kubeStateMetrics: Input<string>;
  /** node-exporter. */
  nodeExporter: Input<string>;
  /** metrics-server. */
  metricsServer: Input<string>;
  /** OpenTelemetry Collector, contrib distribution. */
  collector: Input<string>;
  /** Loki. */
  loki: Input<string>;
  /** Jaeger all-in-one. */
  jaeger: Input<string>;
  /** Grafana. */
  grafana: Input<string>;
}
