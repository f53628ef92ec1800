import { milliseconds } from "../duration.ts";
import { issue, misplacedKey, quoted, type Issue } from "./issue.ts";
import { mapAt, namesOf } from "./lenient.ts";

type Part = Record<string, unknown>;

const at = (...path: string[]) => ["observability", ...path];

/** Keys of the monitoring that need each other, or cannot stand together. */
export function observabilityIssues(input: unknown): Issue[] {
  const declared = mapAt(input, "observability");
  const installed = (input as Part | null | undefined)?.observability !== undefined && declared.install !== false;
  if (!installed) return [];
  const part = (key: string) => mapAt(declared, key);
  const isThere = (key: string) => part(key).enabled !== false;
  return [
    ...(isThere("metrics") ? metricsIssues(part("metrics")) : []),
    ...(isThere("logs") ? logsIssues(part("logs"), namesOf(input, "tenants")) : []),
    ...(isThere("traces") ? tracesIssues(part("traces")) : []),
    ...(isThere("dashboards") ? dashboardsIssues(part("dashboards")) : []),
  ];
}

function metricsIssues({ operator, remoteWrite }: Part): Issue[] {
  if (operator !== true || remoteWrite === undefined) return [];
  return [misplacedKey(at("metrics", "remoteWrite"), "is for a Prometheus of this stack, which `operator` leaves out")];
}

function logsIssues(logs: Part, tenants: (string | undefined)[]): Issue[] {
  const known = tenants.flatMap((name) => name ?? []);
  const byTenant = mapAt(logs, "retentionByTenant");
  return [
    ...(logs.elasticsearch !== undefined && logs.opensearch !== undefined
      ? [misplacedKey(at("logs", "opensearch"), "stands beside `elasticsearch`; logs go to one of them")]
      : []),
    ...(typeof logs.replicas === "number" && logs.replicas > 1 && logs.s3 === undefined
      ? [issue(at("logs", "replicas"), "1, or `s3`, for several Lokis share a bucket", 1)]
      : []),
    ...shortPeriods("retentionByTenant", byTenant),
    ...shortPeriods("retentionByLevel", mapAt(logs, "retentionByLevel")),
    ...Object.keys(byTenant)
      .filter((name) => !known.includes(name))
      .map((name) => misplacedKey(at("logs", "retentionByTenant", name), `is none of the tenants (${quoted(known)})`)),
  ];
}

const DAY = milliseconds("1d");

/** Loki refuses to start with less. */
function shortPeriods(key: string, periods: Part): Issue[] {
  return Object.entries(periods)
    .filter(([, period]) => typeof period === "string" && milliseconds(period) < DAY)
    .map(([name]) => issue(at("logs", key, name), "a day (`1d`) or more", "1d"));
}

function tracesIssues({ otlp, ...traces }: Part): Issue[] {
  const { store, elasticsearch } = traces;
  if (otlp !== undefined) {
    return ["store", "storage", "retention", "elasticsearch"]
      .filter((key) => traces[key] !== undefined)
      .map((key) => misplacedKey(at("traces", key), "is Jaeger's, and `otlp` sends the traces to something else"));
  }
  if (store !== "elasticsearch" || elasticsearch !== undefined) return [];
  const example = { endpoint: "https://traces.example.com:9200" };
  return [issue(at("traces", "elasticsearch"), "where the store answers", example)];
}

function dashboardsIssues({ adminPassword, adminSecret }: Part): Issue[] {
  if ((adminPassword === undefined) !== (adminSecret === undefined)) return [];
  const found = adminSecret === undefined ? "neither" : "both";
  const says = "exactly one of `adminSecret` and `adminPassword`, for Grafana has no password of its own";
  return [issue(at("dashboards", "adminSecret"), says, "grafana-admin", found)];
}
