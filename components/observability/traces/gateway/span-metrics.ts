import { gatewayPorts } from "../ports.ts";
import type { SpanMetricsArgs } from "./args.ts";
import type { Settings } from "./config.ts";
import { everywhere } from "./receivers.ts";

/** Those of the services' own histogram, so that the two can be laid over each other. */
export const BUCKETS = ["5ms", "10ms", "25ms", "50ms", "100ms", "250ms", "500ms", "1s", "2500ms", "5s", "10s"];

/** What calls are told apart by, beside service, operation, kind and status. */
const DIMENSIONS = ["k8s.namespace.name", "http.route", "http.request.method", "http.response.status_code"];

/** Services that a gateway counts for; the one that was silent for longest goes when there are more. */
const SERVICES = 500;

/** How long a series stands after its last call. */
const EXPIRATION = "1h";

/**
 * `traces_span_metrics_calls_total` and `traces_span_metrics_duration_seconds`. An exemplar is one of the first spans of an
 * interval and may belong to a trace that is not kept; one in a slow bucket, or of a call in error, always is.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/connector/spanmetricsconnector
 */
export function spanMetrics({ interval, combinations }: Required<SpanMetricsArgs>): Settings {
  return {
    histogram: { unit: "s", explicit: { buckets: BUCKETS } },
    dimensions: DIMENSIONS.map((name) => ({ name })),
    // New at each start of the process; the pod's name, which the scrape adds, is not.
    exclude_dimensions: ["collector.instance.id"],
    exemplars: { enabled: true, max_per_data_point: 20 },
    resource_metrics_key_attributes: ["service.name", "k8s.namespace.name"],
    resource_metrics_cache_size: SERVICES,
    aggregation_cardinality_limit: combinations,
    metrics_flush_interval: interval,
    metrics_expiration: EXPIRATION,
    series_expiration: EXPIRATION,
  };
}

/**
 * The series of a service are of its first pod, for the connector, which takes on all that its resource says. That would
 * make labels of an instance that may be long gone; the service in its namespace is what they are of.
 */
export const seriesNames: Settings = {
  metric_statements: [
    'delete_key(resource.attributes, "service.instance.id")',
    'set(resource.attributes["service.namespace"], resource.attributes["k8s.namespace.name"])',
  ],
};

/**
 * Scraped rather than pushed, so that two Prometheus servers have the same series. Only OpenMetrics has exemplars.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter/prometheusexporter
 */
export const spanMetricsExporter: Settings = {
  endpoint: everywhere(gatewayPorts.spanMetrics),
  enable_open_metrics: true,
  without_scope_info: true,
};
