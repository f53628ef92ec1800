import { expect, test } from "vitest";
import { parse } from "yaml";
import { gatewayConfig, gatewayFile } from "../../../../../../components/observability/traces/gateway/config.ts";
import type { Pipeline } from "../../../../../../components/observability/traces/gateway/pipelines.ts";
import type { TracesArgs } from "../../../../../../components/observability/traces/args.ts";
import { gateway } from "../arguments.ts";

const http = { otlpEndpoint: "https://tempo.example.com:4318", protocol: "http" as const };
const shapes: [string, Partial<TracesArgs>][] = [
  ["one gateway", {}],
  ["three gateways", { replicas: 3 }],
  ["one gateway, a backend by HTTP", { backend: http }],
  ["two gateways, a backend by HTTP", { replicas: 2, backend: http }],
];

function named(more: Partial<TracesArgs>) {
  const config = gatewayConfig(gateway(more));
  const all = Object.values(config.service.pipelines);
  const used = (end: keyof Pipeline) => [...new Set(all.flatMap((pipeline) => pipeline[end]))].sort();
  return { config, used };
}

/** The part at one end of a pipeline may be a connector as well. */
const withConnectors = (parts: object, connectors: object) =>
  [...Object.keys(parts), ...Object.keys(connectors)].sort();

test.each(shapes)("%s: what is set up is used, and what is used is set up", (_, more) => {
  const { config, used } = named(more);
  expect(used("receivers")).toEqual(withConnectors(config.receivers, config.connectors));
  expect(used("processors")).toEqual(Object.keys(config.processors).sort());
  expect(used("exporters")).toEqual(withConnectors(config.exporters, config.connectors));
  expect(config.service.extensions).toEqual(Object.keys(config.extensions));
});

test.each(shapes)("%s: whatever comes from the network meets the memory limiter first", (_, more) => {
  const { config } = named(more);
  const pipelines = Object.values(config.service.pipelines);
  const open = pipelines.filter(({ receivers }) => receivers.some((receiver) => receiver.startsWith("otlp")));
  expect(open.length).toBeGreaterThan(0);
  for (const { processors } of open) expect(processors[0]).toBe("memory_limiter");
});

test.each(shapes)(
  "%s: spans are cleaned and told their pod before they are counted or leave the gateway",
  (_, more) => {
    const { received } = byName(more);
    expect(received.receivers).toEqual(["otlp"]);
    // Whose they are by their own words must be gone before the API server says it.
    expect(received.processors).toEqual(["memory_limiter", "transform", "k8s_attributes"]);
    expect(received.exporters).toContain("span_metrics");
  },
);

test.each(shapes)("%s: nothing is dropped before it was counted, nor put together before it is sampled", (_, more) => {
  const { received, sampled, config } = byName(more);
  expect(received.processors).not.toContain("tail_sampling");
  expect(sampled.processors.at(-1)).toBe("tail_sampling");
  expect(Object.keys(config.processors).filter((name) => name.startsWith("batch"))).toEqual([]);
  expect(sampled.exporters).toEqual([expect.stringMatching(/\/backend$/)]);
});

test("one gateway samples what it takes; several hand spans to the one that their trace leads to", () => {
  const one = byName({});
  expect(one.received.exporters).toContain("forward");
  expect(one.sampled.receivers).toEqual(["forward"]);
  expect(JSON.stringify(one.config)).not.toContain("4319");

  const several = byName({ replicas: 2 });
  expect(several.received.exporters).toContain("load_balancing");
  expect(several.sampled.receivers).toEqual(["otlp/peers"]);
  expect(several.config.receivers["otlp/peers"]).toEqual({ protocols: { grpc: { endpoint: "0.0.0.0:4319" } } });
  expect(several.config.exporters.load_balancing).toMatchObject({
    routing_key: "traceID",
    resolver: { dns: { hostname: "otel-gateway-ready.monitoring.svc", port: "4319" } },
  });
});

test("exemplars come out of the scrape: OpenMetrics, and renewed no faster than they are fetched", () => {
  const { config } = named({ spanMetrics: { interval: "30s" } });
  expect(config.connectors.span_metrics).toMatchObject({
    exemplars: { enabled: true },
    metrics_flush_interval: "30s",
    histogram: { unit: "s" },
  });
  expect(config.exporters.prometheus).toMatchObject({ enable_open_metrics: true, endpoint: "0.0.0.0:8889" });
});

test("the number of series is bounded", () => {
  const { config } = named({ spanMetrics: { combinations: 7 } });
  const { aggregation_cardinality_limit, resource_metrics_cache_size, series_expiration } =
    config.connectors.span_metrics!;
  expect(aggregation_cardinality_limit).toBe(7);
  expect(resource_metrics_cache_size).toBeGreaterThan(0);
  expect(series_expiration).not.toBe("0");
});

test("the file says what the configuration says", () => {
  const spec = gateway({ replicas: 2 });
  expect(parse(gatewayFile(spec))).toEqual(gatewayConfig(spec));
});

function byName(more: Partial<TracesArgs>) {
  const { config } = named(more);
  const { "traces/received": received, "traces/sampled": sampled } = config.service.pipelines;
  return { config, received: received!, sampled: sampled! };
}
