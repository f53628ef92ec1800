import { gatewayPorts } from "../ports.ts";
import type { Settings } from "./config.ts";
import { GATEWAY } from "./spec.ts";

/**
 * Addresses of the gateways that are ready. Not `otel-gateway-peers`: that also names those that are not, to which a share
 * of all traces would then be sent in vain.
 */
export const READY = `${GATEWAY}-ready`;

/**
 * Sends each span to the gateway that its trace's id leads to. What one does not take waits for it alone; a second queue
 * before all of them would repeat to the others what they already have.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter/loadbalancingexporter
 */
export function peersExporter(namespace: string): Settings {
  return {
    routing_key: "traceID",
    resolver: { dns: { hostname: `${READY}.${namespace}.svc`, port: `${gatewayPorts.peers}`, interval: "5s" } },
    protocol: {
      otlp: {
        tls: { insecure: true },
        timeout: "2s",
        sending_queue: { sizer: "items", queue_size: 10_000 },
        retry_on_failure: { initial_interval: "1s", max_interval: "5s", max_elapsed_time: "60s" },
      },
    },
  };
}
