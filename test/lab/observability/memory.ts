import type { Prometheus, Series } from "./prometheus.ts";
import { AGENTS, MONITORING, SCRAPE } from "./stack.ts";

const OURS = `namespace=~"${MONITORING}|${AGENTS}",container!=""`;
const USED = `container_memory_working_set_bytes{${OURS}}`;
const LIMIT = `kube_pod_container_resource_limits{${OURS},resource="memory"}`;

/** What the monitoring has needed at most, in MiB: of all parts at one time, and of each, beside what it may have. */
export async function workingSets(prometheus: Prometheus) {
  const most = (query: string) => prometheus.query(`max_over_time((${query})[15m:${SCRAPE}s])`);
  const [together, each, limits] = await Promise.all([
    most(`sum(sum by (container) (${USED}))`),
    most(`max by (container) (${USED})`),
    prometheus.query(`max by (container) (${LIMIT})`),
  ]);
  const allowed = new Map(limits.map((series) => [series.metric.container, mebibytes(series)]));
  const rows = each.map((series) => {
    const name = series.metric.container ?? "";
    return { name, used: mebibytes(series), limit: allowed.get(name) ?? 0 };
  });
  return {
    total: together[0] ? mebibytes(together[0]) : Infinity,
    excessive: rows.filter(({ used, limit }) => used >= limit).map(({ name }) => name),
    table: rows.map(({ name, used, limit }) => `${name}: ${used} of ${limit} MiB`).join("\n"),
  };
}

function mebibytes({ value }: Series): number {
  return Math.round(Number(value?.[1]) / 1024 / 1024);
}
