import { goDuration } from "../../duration.ts";
import { FOLDER, type LokiSpec } from "./spec.ts";
import { objectStore } from "./storage.ts";

/**
 * How long lines are kept: in all, and by namespace and level, of which the level counts where both are told.
 * @see https://grafana.com/docs/loki/latest/operations/storage/retention/
 */
export function retentionLimits({ retention, retentionByNamespace, retentionByLevel }: LokiSpec) {
  return {
    retention_period: goDuration(retention),
    retention_stream: [
      ...periods("k8s_namespace_name", retentionByNamespace, 1),
      ...periods("severity_text", retentionByLevel, 2),
    ],
  };
}

function periods(label: string, byValue: Record<string, string>, priority: number) {
  return Object.entries(byValue).map(([value, period]) => ({
    selector: `{${label}=${JSON.stringify(value)}}`,
    priority,
    period: goDuration(period),
  }));
}

/** What deletes: without it, Loki keeps everything for ever, whatever the limits say. */
export function compactor(spec: LokiSpec) {
  return {
    working_directory: `${FOLDER}/compactor`,
    compaction_interval: goDuration(spec.compactionInterval),
    retention_enabled: true,
    retention_delete_delay: goDuration(spec.deletionDelay),
    delete_request_store: objectStore(spec),
  };
}
