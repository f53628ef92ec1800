import { expect, test } from "vitest";
import { parse } from "yaml";
import { prometheusConfig, prometheusYaml } from "../../../../../components/observability/metrics/config.ts";
import type { MetricsArgs } from "../../../../../components/observability/metrics/index.ts";
import { metricsSpec, seconds } from "../../../../../components/observability/metrics/spec.ts";
import { least } from "./arguments.ts";
import { relabeled } from "./relabel.ts";

const configOf = (args: Partial<MetricsArgs> = {}) => prometheusConfig(metricsSpec({ ...least, ...args }));

test("the text says what the object says, without YAML's references", async () => {
  const text = await new Promise<string>((resolve) => prometheusYaml(metricsSpec(least)).apply(resolve));
  expect(parse(text)).toEqual(configOf());
  expect(text).not.toMatch(/[&*]a\d/);
});

test("a target never has longer to answer than until the next scrape", () => {
  for (const scrapeInterval of ["5s", "15s", "1m", "1m30s"]) {
    const { scrape_interval, scrape_timeout, evaluation_interval } = configOf({ scrapeInterval }).global;
    expect([scrape_interval, evaluation_interval]).toEqual([scrapeInterval, scrapeInterval]);
    expect(seconds(scrape_timeout)).toBeLessThanOrEqual(seconds(scrapeInterval));
  }
});

test("jobs have names of their own", () => {
  const names = configOf({ controlPlane: true }).scrape_configs.map(({ job_name }) => job_name);
  expect(new Set(names).size).toBe(names.length);
});

test("what leaves the cluster names it and the server, alerts only the cluster", () => {
  const { global, alerting } = configOf({ cluster: "east $1" });
  // Prometheus replaces variables here, and a doubled dollar is a dollar.
  expect(global.external_labels).toEqual({ cluster: "east $$1", replica: "${POD_NAME}" });
  const alert = relabeled({ alertname: "Down", cluster: "east", replica: "prometheus-0" }, [
    { action: "labeldrop", regex: alerting.alert_relabel_configs[0]?.regex ?? "" },
  ]);
  expect(alert).toEqual({ alertname: "Down", cluster: "east" });
});

test("rules are named file by file, in a folder of their own", () => {
  expect(configOf()).not.toHaveProperty("rule_files");
  expect(configOf({ rules: { "slo.yaml": "", "tasks.yaml": "" } }).rule_files).toEqual([
    "/etc/prometheus/rules/slo.yaml",
    "/etc/prometheus/rules/tasks.yaml",
  ]);
});

test.each<[Partial<MetricsArgs>, object]>([
  [{}, { time: "15d", size: "1024MB" }],
  [{ storage: "50Gi" }, { time: "15d", size: "40960MB" }],
  [
    { storage: "50Gi", retention: "30d", retentionSize: "10Gi" },
    { time: "30d", size: "10240MB" },
  ],
])("%j is kept for time and size %j", (args, retention) => {
  expect(configOf(args).storage.tsdb.retention).toEqual(retention);
});

test("exemplars and late samples are kept as asked", () => {
  expect(configOf().storage).toMatchObject({
    tsdb: { out_of_order_time_window: "30m" },
    exemplars: { max_exemplars: 100_000 },
  });
  expect(configOf({ exemplars: 5, outOfOrderWindow: "1h" }).storage).toMatchObject({
    tsdb: { out_of_order_time_window: "1h" },
    exemplars: { max_exemplars: 5 },
  });
});
