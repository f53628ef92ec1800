import { bytes } from "../../../quantity.ts";
import { FOLDER, isReplicated, type LokiSpec } from "./spec.ts";

/**
 * Hours that a chunk may grow. Loki refuses lines that lie further back than half of it behind the newest of their stream,
 * which pods of several nodes share: an agent may be away for so long.
 * @see https://grafana.com/docs/loki/latest/configure/#ingester (max_chunk_age)
 */
const CHUNK_HOURS = 12;

/** Part of the memory that a replay of the log may take before it writes chunks. */
const REPLAY = 0.6;

/** Lines are in a log on the disk before they are acknowledged, and in chunks when those are full or nothing comes any more. */
export function ingester(spec: LokiSpec) {
  const { storage, resources } = spec;
  return {
    chunk_encoding: "snappy",
    chunk_idle_period: "30m",
    max_chunk_age: `${CHUNK_HOURS}h`,
    // Pods come back under their names; one that is gone for good must not stand in the way of the others.
    autoforget_unhealthy: isReplicated(spec),
    wal: {
      enabled: true,
      dir: `${FOLDER}/wal`,
      // Without a disk of its own the log goes with the pod.
      flush_on_shutdown: storage === undefined,
      replay_memory_ceiling: Math.floor(bytes(resources.memory.limit) * REPLAY),
    },
  };
}

/** Lines that are in no chunk yet must be asked for as well. */
export const querier = { query_ingesters_within: `${CHUNK_HOURS + 1}h` };
