import type { Output } from "@pulumi/pulumi/output.js";
import { environmentDefaults } from "./defaults.ts";
import { milliseconds } from "./duration.ts";
import type { Parsed } from "./schema/index.ts";

type Declared = Parsed["observability"];
type Usual = (typeof environmentDefaults)["dev"]["observability"];

/** The monitoring of a cluster, complete; a part that is not to be installed is absent. */
export interface ObservabilityConfig {
  namespace: string;
  services: WatchedService[];
  metrics?: ReturnType<typeof metricsOf>;
  logs?: ReturnType<typeof logsOf>;
  traces?: ReturnType<typeof tracesOf>;
  dashboards?: ReturnType<typeof dashboardsOf>;
}

/** A service as its dashboard knows it. */
type WatchedService = ReturnType<typeof watched>;

type ParsedService = Pick<Parsed["services"][number], "name" | "tenant" | "slo">;

/** What a stack says about the monitoring of its clusters; nothing where it brings none. */
export function observabilityOf(
  { observability: declared, environment }: Pick<Parsed, "observability" | "environment">,
  secrets: Record<string, Output<string>>,
): Omit<ObservabilityConfig, "services"> | undefined {
  if (!declared.install) return undefined;
  const { namespace, metrics, logs, traces, dashboards } = declared;
  const usual = environmentDefaults[environment].observability;
  return {
    namespace,
    ...(metrics.enabled && { metrics: metricsOf(metrics, usual.metrics) }),
    ...(logs.enabled && { logs: logsOf(logs, usual.logs) }),
    ...(traces.enabled && { traces: tracesOf(traces, usual.traces) }),
    ...(dashboards.enabled && { dashboards: dashboardsOf(dashboards, secrets) }),
  };
}

export function watched({ name, tenant, slo: { availability, latency } }: ParsedService) {
  const threshold = milliseconds(latency.threshold) / 1000;
  return { name, namespace: tenant, slo: { availability, latency: { ...latency, threshold } } };
}

function metricsOf({ remoteWrite, ...declared }: Declared["metrics"], usual: Usual["metrics"]) {
  const stores = remoteWrite.map(({ tenant, ...store }) => ({
    ...store,
    ...(tenant !== undefined && { headers: { "X-Scope-OrgID": tenant } }),
  }));
  return { ...usual, ...declared, remoteWrite: stores };
}

function logsOf({ retentionByTenant, elasticsearch, opensearch, ...declared }: Declared["logs"], usual: Usual["logs"]) {
  return {
    ...usual,
    ...declared,
    replicas: declared.replicas ?? (declared.s3 ? 3 : 1),
    retentionByNamespace: retentionByTenant,
    ...(elasticsearch && { elasticsearch: withCredentials(elasticsearch) }),
    ...(opensearch && { opensearch: withCredentials(opensearch) }),
  };
}

function tracesOf({ replicas, sampling, otlp, ...store }: Declared["traces"], usual: Usual["traces"]) {
  return {
    replicas: replicas ?? usual.replicas,
    sampling,
    // Whoever takes the traces also keeps them.
    ...(otlp === undefined ? traceStoreOf(store, usual) : { backend: { otlpEndpoint: otlp } }),
  };
}

function traceStoreOf(declared: Omit<Declared["traces"], "replicas" | "sampling" | "otlp">, usual: Usual["traces"]) {
  const { store = usual.store, storage = usual.storage, retention = "72h", elasticsearch } = declared;
  return {
    storage: store,
    ...(store === "badger" && {
      badger: { ttl: retention, ...(storage !== undefined && { claim: { size: storage } }) },
    }),
    ...(store === "elasticsearch" &&
      elasticsearch && { elasticsearch: { ...searchOf(elasticsearch), maxSpanAge: retention } }),
  };
}

function searchOf({ endpoint: url, ...search }: NonNullable<Declared["traces"]["elasticsearch"]>) {
  return { url, ...withCredentials(search) };
}

function dashboardsOf(
  { adminPassword, adminSecret, storage, url }: Declared["dashboards"],
  secrets: Record<string, Output<string>>,
) {
  return {
    ...(adminPassword !== undefined && { adminPassword: secrets[adminPassword] }),
    ...(adminSecret !== undefined && { adminPasswordSecret: { name: adminSecret, key: "password" } }),
    ...(storage !== undefined && { storage: { size: storage } }),
    ...(url !== undefined && { url }),
  };
}

/** The name of a Secret as the components take it, with the keys that they expect in it. */
function withCredentials<Store extends { credentials?: string }>({ credentials, ...store }: Store) {
  return { ...store, ...(credentials !== undefined && { credentials: { secret: credentials } }) };
}
