import { openingTo } from "../../address.ts";
import type { Sink } from "../agent/sink.ts";
import type { StoreArgs } from "./args.ts";
import { credentialFiles, credentialReferences } from "./credentials.ts";
import { indexOf } from "./index-name.ts";

const AUTHENTICATOR = "basicauth/store";

/**
 * OpenSearch, in its Simple Schema for Observability. Upstream looks for somebody who maintains the exporter.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter/opensearchexporter
 */
export function openSearchSink(args: StoreArgs): Sink {
  const { endpoint, credentials } = args;
  const { username, password } = credentialFiles;
  return {
    type: "opensearch",
    exporter: {
      http: { endpoint, ...(credentials && { auth: { authenticator: AUTHENTICATOR } }) },
      logs_index: indexOf(args),
      timeout: "30s",
      retry_on_failure: { enabled: true, initial_interval: "1s", max_interval: "30s", max_elapsed_time: "0s" },
    },
    extensions: credentials
      ? { [AUTHENTICATOR]: { client_auth: { username_file: username, password_file: password } } }
      : {},
    secretReferences: credentialReferences(args),
    opening: openingTo(endpoint, args),
  };
}
