import { stringify } from "yaml";
import { backendExporter, backendExporterName } from "./backend.ts";
import { limits, podAttributes } from "./attributes.ts";
import { peersExporter } from "./peers.ts";
import { pipelines, type Pipelines } from "./pipelines.ts";
import { receivers } from "./receivers.ts";
import { cleaning } from "./redaction.ts";
import { tailSampling } from "./sampling.ts";
import { seriesNames, spanMetrics, spanMetricsExporter } from "./span-metrics.ts";
import { hasPeers, type GatewaySpec } from "./spec.ts";
import { extensions, telemetry } from "./telemetry.ts";

/** Settings of one part of a collector, as its own documentation names them. */
export type Settings = Record<string, unknown>;

/** A collector's configuration: parts by name, and the pipelines that they are put together to. */
export interface GatewayConfig {
  receivers: Record<string, Settings>;
  processors: Record<string, Settings>;
  connectors: Record<string, Settings>;
  exporters: Record<string, Settings>;
  extensions: Record<string, Settings>;
  service: { extensions: string[]; telemetry: Settings; pipelines: Pipelines };
}

/** @see https://opentelemetry.io/docs/collector/configuration/ */
export function gatewayConfig(spec: GatewaySpec): GatewayConfig {
  const several = hasPeers(spec);
  const backend = backendExporterName(spec.backend);
  return {
    receivers: receivers(several),
    processors: {
      memory_limiter: limits,
      transform: cleaning,
      k8s_attributes: podAttributes,
      tail_sampling: tailSampling(spec.sampling),
      "transform/series": seriesNames,
    },
    connectors: { span_metrics: spanMetrics(spec.spanMetrics), ...(!several && { forward: {} }) },
    exporters: {
      prometheus: spanMetricsExporter,
      [backend]: backendExporter(spec.backend),
      ...(several && { load_balancing: peersExporter(spec.namespace) }),
    },
    extensions,
    service: { extensions: Object.keys(extensions), telemetry, pipelines: pipelines(several, backend) },
  };
}

/** The same as the file that the collector reads. */
export function gatewayFile(spec: GatewaySpec): string {
  return stringify(gatewayConfig(spec), { lineWidth: 0 });
}
