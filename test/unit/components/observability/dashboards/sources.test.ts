import { expect, test } from "vitest";
import { parse } from "yaml";
import { sourcesFile } from "../../../../../components/observability/dashboards/sources.ts";
import { sources } from "../../../../../components/observability/dashboards/panels/sources.ts";
import { syntaxErrors } from "./parse.ts";
import { sourcesSchema } from "./provisioning.ts";

const metrics = { prometheus: "http://prometheus.monitoring.svc:9090", scrapeInterval: "30s" };
const everything = {
  ...metrics,
  loki: "http://loki.monitoring.svc:3100",
  jaeger: "http://jaeger.monitoring.svc:16686",
};

/** What Grafana makes of the file: `$$` is a dollar, a single one a variable. */
function read(addresses: Parameters<typeof sourcesFile>[0]) {
  const text = sourcesFile(addresses);
  expect(text.replaceAll("$$", "")).not.toContain("$");
  return sourcesSchema.parse(parse(text.replaceAll("$$", () => "$"))).datasources;
}

test.each([
  ["metrics", metrics, ["prometheus"]],
  ["logs too", { ...metrics, loki: everything.loki }, ["prometheus", "loki"]],
  ["traces too", { ...metrics, jaeger: everything.jaeger }, ["prometheus", "jaeger"]],
  ["everything", everything, ["prometheus", "loki", "jaeger"]],
])("with %s the file is as the documentation has it", (_, addresses, uids) => {
  const found = read(addresses);
  expect(found.map(({ uid }) => uid)).toEqual(uids);
  for (const { uid, type } of found) expect({ uid, type }).toEqual(sources[uid as keyof typeof sources]);
  expect(found.filter(({ isDefault }) => isDefault)).toHaveLength(1);
  for (const source of found) expect(source.editable).toBe(false);
});

test("no source leads to one that is not there", () => {
  const absent = (addresses: Parameters<typeof sourcesFile>[0], uid: string) =>
    expect(JSON.stringify(read(addresses))).not.toContain(`"datasourceUid":"${uid}"`);
  absent(metrics, "jaeger");
  absent({ ...metrics, loki: everything.loki }, "jaeger");
  absent({ ...metrics, jaeger: everything.jaeger }, "loki");
});

test("each signal leads to the next: exemplar and line to the trace, span to lines and metrics", () => {
  const [prometheus, loki, jaeger] = read(everything);
  expect(prometheus?.jsonData).toMatchObject({
    timeInterval: "30s",
    exemplarTraceIdDestinations: [{ name: "trace_id", datasourceUid: "jaeger" }],
  });
  expect(loki?.jsonData).toMatchObject({
    derivedFields: [{ matcherType: "label", matcherRegex: "trace_id", datasourceUid: "jaeger", url: "${__value.raw}" }],
  });
  expect(jaeger?.jsonData).toMatchObject({
    tracesToLogsV2: { datasourceUid: "loki", customQuery: true, spanStartTimeShift: "-5m" },
    tracesToMetrics: { datasourceUid: "prometheus" },
  });
});

test("what a span asks is a query, once Grafana has put in the span's tags", () => {
  const jaeger = read(everything).find((source) => source.type === "jaeger")?.jsonData;
  const lines = jaeger?.tracesToLogsV2?.query ?? "";
  expect(lines).toBe('{${__tags}} | trace_id="${__trace.traceId}"');
  const expr = lines.replace("${__tags}", 'service_name="orders"').replace("${__trace.traceId}", "0af7");
  expect(syntaxErrors({ source: "loki", expr })).toEqual([]);
  for (const { query } of jaeger?.tracesToMetrics?.queries ?? []) {
    const expr = query.replace("$__tags", 'service="orders"').replace("$__rate_interval", "2m");
    expect(syntaxErrors({ source: "prometheus", expr })).toEqual([]);
  }
});

test("a dollar in an address stays one", () => {
  expect(read({ ...metrics, prometheus: "http://p.svc:9090/$tenant" })[0]?.url).toBe("http://p.svc:9090/$tenant");
});

test("the schema refuses what Grafana would ignore, or misread", () => {
  const [source] = read(metrics);
  const file = (change: object) => ({ apiVersion: 1, datasources: [{ ...source, ...change }] });
  expect(sourcesSchema.safeParse(file({})).success).toBe(true);
  for (const change of [
    { URL: "http://a" },
    { url: "prometheus" },
    { access: "direct" },
    { jsonData: { interval: "30s" } },
  ]) {
    expect(sourcesSchema.safeParse(file(change)).success, JSON.stringify(change)).toBe(false);
  }
});
