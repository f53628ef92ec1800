import { agentConfig } from "../../../../../components/observability/logs/agent/config.ts";
import { lokiSink } from "../../../../../components/observability/logs/agent/loki.ts";
import { sources } from "../../../../../components/observability/logs/agent/sources.ts";
import type { LogsArgs } from "../../../../../components/observability/logs/args.ts";

/** Arguments of which everything holds. */
export function logs(more: Partial<LogsArgs> = {}): LogsArgs {
  return {
    namespace: "monitoring",
    nodeNamespace: "monitoring-node",
    images: { collector: "otelcol", loki: "loki" },
    ...more,
  };
}

export const shop = [
  { name: "orders", namespace: "shop" },
  { name: "carts", namespace: "shop" },
];

/** The configuration of an agent for these services. */
export function agent(services = shop, redact: string[] = []) {
  const spec = { sources: sources(services, "monitoring-node"), sink: lokiSink("monitoring"), redact };
  return agentConfig({ ...spec, queueSize: "128Mi" });
}
