import { parser } from "@prometheus-io/lezer-promql";
import { catalog, expressions, type Expression } from "../../../components/observability/dashboards/index.ts";
import type { Loki } from "./loki.ts";
import type { Prometheus } from "./prometheus.ts";
import { MONITORING, TENANT } from "./stack.ts";

/** Seconds between two points of a panel. */
const STEP = 15;

/** What the dashboards of the stack ask, over times that have something to show after a minute. */
export function askedByDashboards(): Expression[] {
  const inside = (service: string) => `http://${service}.${MONITORING}.svc`;
  const { platform, services } = catalog({
    namespace: MONITORING,
    sources: { prometheus: inside("prometheus"), loki: inside("loki"), jaeger: inside("jaeger") },
    services: [{ name: "orders", namespace: TENANT }],
  });
  return expressions([...platform, ...services], { rateInterval: "1m", interval: "1m", range: "5m" });
}

/**
 * Counters that a collector exports from its first failure on, and what kube-state-metrics exports while a container cannot
 * start: no failure of these tests brings them about for sure.
 */
export const onlyAfterFailures = [
  "kube_pod_container_status_waiting_reason",
  ...["log_records", "spans"].flatMap((what) =>
    ["send", "enqueue"].map((step) => `otelcol_exporter_${step}_failed_${what}`),
  ),
];

/** Whether a panel with this expression has anything to show of the last minute. */
export async function hasData(
  { source, expr, instant }: Expression,
  { prometheus, loki }: { prometheus: Prometheus; loki: Loki },
): Promise<boolean> {
  const now = new Date();
  const before = new Date(now.getTime() - 60_000);
  if (source === "loki") return (await loki.range(expr, before, now, STEP)).length > 0;
  const series = instant ? await prometheus.query(expr, now) : await prometheus.range(expr, before, now, STEP);
  // A ratio of nothing to nothing is no number, and no line.
  return series.some(({ value, values = [] }) => [...(value ? [value] : []), ...values].some(([, of]) => isNumber(of)));
}

function isNumber(value: string): boolean {
  return Number.isFinite(Number(value));
}

/** Names of the metrics that an expression reads, by the grammar of PromQL; one of LogQL reads none. */
export function metricsOf({ source, expr }: Expression): string[] {
  if (source !== "prometheus") return [];
  const names: string[] = [];
  parser.parse(expr).iterate({
    enter({ node, from, to }) {
      if (node.name === "Identifier" && node.parent?.name === "VectorSelector") names.push(expr.slice(from, to));
    },
  });
  return names;
}
