import { stringify } from "yaml";
import { lokiPorts } from "../ports.ts";
import { ingester, querier } from "./ingester.ts";
import { limits } from "./limits.ts";
import { compactor } from "./retention.ts";
import { memberlist, ring } from "./ring.ts";
import { FOLDER, type LokiSpec } from "./spec.ts";
import { commonStorage, schema } from "./storage.ts";

/** Bytes of a message among Lokis: of a request of an agent, and of an answer to a query. */
const MESSAGE = 32 * 1024 * 1024;

/** @see https://grafana.com/docs/loki/latest/configure/ */
export function lokiConfig(spec: LokiSpec) {
  const gossip = memberlist(spec);
  return {
    // One tenant: who may read what is decided in front of Loki.
    auth_enabled: false,
    server: {
      http_listen_port: lokiPorts.http,
      grpc_listen_port: lokiPorts.grpc,
      grpc_server_max_recv_msg_size: MESSAGE,
      grpc_server_max_send_msg_size: MESSAGE,
      log_level: "warn",
      log_format: "json",
    },
    common: { path_prefix: FOLDER, storage: commonStorage(spec), ...ring(spec) },
    ...(gossip && { memberlist: gossip }),
    schema_config: schema(spec),
    ingester: ingester(spec),
    querier,
    query_range: { results_cache: { cache: { embedded_cache: { enabled: true, max_size_mb: 32 } } } },
    compactor: compactor(spec),
    limits_config: limits(spec),
    analytics: { reporting_enabled: false },
  };
}

/** The same as the file that Loki reads. */
export function lokiFile(spec: LokiSpec): string {
  return stringify(lokiConfig(spec), { lineWidth: 0 });
}
