import { lokiPorts } from "../ports.ts";
import type { Sink } from "./sink.ts";

/**
 * Loki, by OTLP. It says 429 to a service that writes too much, and 503 while it starts: both are tried again for as long
 * as it takes.
 * @see https://grafana.com/docs/loki/latest/send-data/otel/
 */
export function lokiSink(namespace: string): Sink {
  return {
    type: "otlp_http",
    exporter: {
      endpoint: `http://loki.${namespace}.svc:${lokiPorts.http}/otlp`,
      timeout: "10s",
      retry_on_failure: { enabled: true, initial_interval: "1s", max_interval: "10s", max_elapsed_time: "0s" },
    },
    extensions: {},
    secretReferences: [],
    opening: { pods: { name: "loki", namespace }, ports: [lokiPorts.http] },
  };
}
