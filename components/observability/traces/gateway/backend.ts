import type { SecretReference } from "../../../configuration/index.ts";
import type { BackendArgs, HeaderArgs } from "./args.ts";
import type { Settings } from "./config.ts";
import { GATEWAY } from "./spec.ts";

/** Spans that wait for the backend while it cannot be reached. */
const QUEUE = 20_000;

/** Spans in one request. */
const BATCH = 500;

/** Name of the exporter, which is that of its type as well. */
export function backendExporterName({ protocol = "grpc" }: BackendArgs): string {
  return protocol === "grpc" ? "otlp_grpc/backend" : "otlp_http/backend";
}

/** @see https://github.com/open-telemetry/opentelemetry-collector/blob/main/exporter/exporterhelper/README.md */
export function backendExporter({ otlpEndpoint, headers = [] }: BackendArgs): Settings {
  return {
    endpoint: otlpEndpoint,
    ...(otlpEndpoint.startsWith("http:") && { tls: { insecure: true } }),
    ...(headers.length > 0 && {
      headers: Object.fromEntries(headers.map(({ name }) => [name, `\${file:${headerFile(name)}}`])),
    }),
    sending_queue: {
      sizer: "items",
      queue_size: QUEUE,
      batch: { flush_timeout: "1s", min_size: BATCH, max_size: BATCH },
    },
    retry_on_failure: { initial_interval: "1s", max_interval: "30s", max_elapsed_time: "10m" },
  };
}

/** The values of the headers as files of the pods. */
export function headerReferences({ headers = [] }: BackendArgs): SecretReference[] {
  return headers.map(({ name, secret, key }: HeaderArgs) => ({ name: variable(name), as: "file", secret, key }));
}

function headerFile(header: string): string {
  return `/run/secrets/${GATEWAY}/${variable(header)}`;
}

/** `x-scope-orgid` as a name that a variable may have. */
function variable(header: string): string {
  return `HEADER_${header.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`;
}
