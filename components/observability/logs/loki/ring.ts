import { peersName } from "../../../workload/names.ts";
import { lokiPorts } from "../ports.ts";
import { isReplicated, LOKI, type LokiSpec } from "./spec.ts";

/** Each line is kept so many times, of which one may be away. */
const COPIES = 3;

/** Address of a pod, by which the others know it. */
export const POD_IP = "POD_IP";

/** How Lokis share the work: one by itself, or several that know each other by gossip. */
export function ring(spec: LokiSpec) {
  if (!isReplicated(spec)) {
    return { replication_factor: 1, instance_addr: "127.0.0.1", ring: { kvstore: { store: "inmemory" } } };
  }
  return { replication_factor: COPIES, instance_addr: `\${${POD_IP}}`, ring: { kvstore: { store: "memberlist" } } };
}

/**
 * Where they find each other: at the address of the single pods, which names those that are not ready, too.
 * @see https://grafana.com/docs/loki/latest/configure/#memberlist
 */
export function memberlist(spec: LokiSpec) {
  if (!isReplicated(spec)) return undefined;
  return {
    bind_port: lokiPorts.gossip,
    join_members: [`dns+${peersName(LOKI)}.${spec.namespace}.svc:${lokiPorts.gossip}`],
    rejoin_interval: "1m",
    abort_if_cluster_join_fails: false,
  };
}
