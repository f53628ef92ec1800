import { gatewayPorts } from "../ports.ts";
import type { Settings } from "./config.ts";
import { everywhere } from "./receivers.ts";

export const extensions: Record<string, Settings> = {
  health_check: { endpoint: everywhere(gatewayPorts.health) },
};

/** @see https://opentelemetry.io/docs/collector/internal-telemetry/ */
export const telemetry: Settings = {
  logs: { encoding: "json" },
  metrics: {
    level: "normal",
    readers: [{ pull: { exporter: { prometheus: { host: "0.0.0.0", port: gatewayPorts.ownMetrics } } } }],
  },
};
