import type { Output } from "@pulumi/pulumi/output.js";
import { environmentDefaults } from "./defaults.ts";
import { milliseconds } from "./duration.ts";
import type { Parsed } from "./schema/index.ts";

type Declared = Parsed["observability"];

/** The monitoring of a stack, complete; a part that is not to be installed is absent. */
export interface ObservabilityConfig {
  namespace: string;
  metrics?: ReturnType<typeof metricsOf>;
  logs?: ReturnType<typeof logsOf>;
  traces?: ReturnType<typeof tracesOf>;
  dashboards?: ReturnType<typeof dashboardsOf>;
}

/** What the stack file says about the monitoring, with the defaults of its environment; nothing where it brings none. */
export function observabilityOf(
  { observability: declared, environment }: Pick<Parsed, "observability" | "environment">,
  secrets: Record<string, Output<string>>,
): ObservabilityConfig | undefined {
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

type Usual = (typeof environmentDefaults)["dev"]["observability"];

function metricsOf(declared: Declared["metrics"], usual: Usual["metrics"]) {
  return { ...usual, ...declared };
}

function logsOf(declared: Declared["logs"], usual: Usual["logs"]) {
  return { ...usual, ...declared, replicas: declared.replicas ?? (declared.s3 ? 3 : 1) };
}

function tracesOf({ sampling, ...declared }: Declared["traces"], usual: Usual["traces"]) {
  return { ...usual, ...declared, sampling: { ratio: sampling.ratio, slow: milliseconds(sampling.slow) } };
}

function dashboardsOf({ adminPassword, ...declared }: Declared["dashboards"], secrets: Record<string, Output<string>>) {
  return { ...declared, ...(adminPassword !== undefined && { adminPassword: secrets[adminPassword] }) };
}
