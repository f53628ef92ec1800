import { stringify } from "yaml";
import { sources } from "./panels/sources.ts";

/** Addresses of the sources, and how often the metrics are scraped. */
export interface SourceAddresses {
  prometheus: string;
  loki?: string;
  jaeger?: string;
  scrapeInterval: string;
}

/** What of a span tells its logs and its service's metrics: attribute to label. */
const SPAN = {
  logs: { "service.name": "service_name", "k8s.namespace.name": "k8s_namespace_name" },
  metrics: { "service.name": "service", "k8s.namespace.name": "namespace" },
};

/** Clocks differ, and a request's last line may come after its span: a wider look. */
const AROUND = { spanStartTimeShift: "-5m", spanEndTimeShift: "5m" };

/**
 * The file by which Grafana knows its data sources. Each leads to the others: a bucket's exemplar and a line's trace_id to
 * the trace, a span to its lines and to the metrics of its service.
 * @see https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources
 */
export function sourcesFile(addresses: SourceAddresses): string {
  const { loki, jaeger } = addresses;
  const file = {
    apiVersion: 1,
    // A source that the stack no longer has goes from Grafana's database too.
    prune: true,
    datasources: [
      prometheus(addresses),
      ...(loki === undefined ? [] : [lokiSource(loki, jaeger !== undefined)]),
      ...(jaeger === undefined ? [] : [jaegerSource(jaeger, loki !== undefined)]),
    ],
  };
  // Grafana takes a single dollar for a variable of its environment.
  return stringify(file, { lineWidth: 0 }).replaceAll("$", () => "$$");
}

function prometheus({ prometheus: url, jaeger, scrapeInterval }: SourceAddresses) {
  const traces = { name: "trace_id", datasourceUid: sources.jaeger.uid, urlDisplayLabel: "Trace" };
  return {
    ...common("Prometheus", sources.prometheus, url),
    isDefault: true,
    jsonData: {
      httpMethod: "POST",
      prometheusType: "Prometheus",
      timeInterval: scrapeInterval,
      ...(jaeger === undefined ? {} : { exemplarTraceIdDestinations: [traces] }),
    },
  };
}

function lokiSource(url: string, traced: boolean) {
  const traces = {
    name: "trace_id",
    matcherType: "label",
    matcherRegex: "trace_id",
    url: "${__value.raw}",
    datasourceUid: sources.jaeger.uid,
    urlDisplayLabel: "Trace",
  };
  return {
    ...common("Loki", sources.loki, url),
    jsonData: { maxLines: 1000, ...(traced ? { derivedFields: [traces] } : {}) },
  };
}

function jaegerSource(url: string, logged: boolean) {
  const toLogs = {
    ...AROUND,
    datasourceUid: sources.loki.uid,
    tags: mapped(SPAN.logs),
    customQuery: true,
    query: '{${__tags}} | trace_id="${__trace.traceId}"',
  };
  const toMetrics = {
    ...AROUND,
    datasourceUid: sources.prometheus.uid,
    tags: mapped(SPAN.metrics),
    queries: [
      { name: "Requests by route", query: `sum by (route) (rate(${REQUESTS}_count{$__tags}[$__rate_interval]))` },
      {
        name: "p99 by route",
        query: `histogram_quantile(0.99, sum by (le, route) (rate(${REQUESTS}_bucket{$__tags}[$__rate_interval])))`,
      },
    ],
  };
  return {
    ...common("Jaeger", sources.jaeger, url),
    jsonData: {
      nodeGraph: { enabled: true },
      ...(logged ? { tracesToLogsV2: toLogs } : {}),
      tracesToMetrics: toMetrics,
    },
  };
}

const REQUESTS = "http_request_duration_seconds";

function common(name: string, { type, uid }: { type: string; uid: string }, url: string) {
  return { name, type, uid, url, access: "proxy", orgId: 1, editable: false };
}

function mapped(labels: Record<string, string>): { key: string; value: string }[] {
  return Object.entries(labels).map(([key, value]) => ({ key, value }));
}
