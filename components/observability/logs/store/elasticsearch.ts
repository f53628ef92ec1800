import { openingTo } from "../../address.ts";
import type { Sink } from "../agent/sink.ts";
import type { StoreArgs } from "./args.ts";
import { credentialFiles, credentialReferences } from "./credentials.ts";
import { indexOf } from "./index-name.ts";

/** As good as for ever: the exporter gives up a request after the last. */
const RETRIES = 1_000_000;

/** What the store may answer while it is busy or starts. */
const LATER = [429, 500, 502, 503, 504];

/**
 * Elasticsearch, in OpenTelemetry's own layout of documents.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter/elasticsearchexporter
 */
export function elasticsearchSink(args: StoreArgs): Sink {
  const { endpoint, credentials } = args;
  return {
    type: "elasticsearch",
    exporter: {
      endpoints: [endpoint],
      logs_index: indexOf(args),
      ...(credentials && {
        user: `\${file:${credentialFiles.username}}`,
        password: `\${file:${credentialFiles.password}}`,
      }),
      retry: {
        enabled: true,
        max_retries: RETRIES,
        initial_interval: "1s",
        max_interval: "30s",
        retry_on_status: LATER,
      },
    },
    extensions: {},
    secretReferences: credentialReferences(args),
    opening: openingTo(endpoint, args),
  };
}
