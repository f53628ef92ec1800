import { LONGEST } from "../agent/multiline.ts";
import { LONGEST_NAME, LONGEST_VALUE, MOST_FIELDS } from "../agent/fields.ts";
import { retentionLimits } from "./retention.ts";
import type { LokiSpec } from "./spec.ts";

/** Attributes of a pod that a stream is known by: few, with few values. */
const LABELS = ["service.name", "k8s.namespace.name", "k8s.container.name"];

/** Attributes of a pod that stand beside each line. */
const METADATA = ["k8s.pod.name", "k8s.node.name"];

/** Fields that a line has beside its own: pod, node, level, ids. */
const FURTHER_FIELDS = 28;

/** Bytes a second that no stream has. */
const NEVER = 1024 ** 4;

/**
 * What Loki takes. A service is slowed down, and nothing that an agent may send is refused: lines would be lost by that.
 * @see https://grafana.com/docs/loki/latest/configure/#limits_config
 */
export function limits(spec: LokiSpec) {
  return {
    ...retentionLimits(spec),
    otlp_config: {
      resource_attributes: {
        ignore_defaults: true,
        attributes_config: [
          { action: "index_label", attributes: LABELS },
          { action: "structured_metadata", attributes: METADATA },
          { action: "drop", regex: "k8s\\..*" },
        ],
      },
      severity_text_as_label: true,
    },
    allow_structured_metadata: true,
    max_structured_metadata_entries_count: MOST_FIELDS + FURTHER_FIELDS,
    max_structured_metadata_size: MOST_FIELDS * (LONGEST_VALUE + LONGEST_NAME) + 64 * 1024,
    max_line_size: 2 * LONGEST,
    max_line_size_truncate: true,
    // Refuses the lines of a request altogether: of those that are sent again, none is there already. No stream is ever so
    // fast that it is really cut into shards; each of them would get the rate for itself.
    shard_streams: { enabled: true, desired_rate: NEVER },
    per_stream_rate_limit: spec.rateLimit,
    per_stream_rate_limit_burst: spec.rateBurst,
    // For all together no limit: what one service sends in vain must not count for the others.
    ingestion_rate_mb: 1024,
    ingestion_burst_size_mb: 1024,
    // An agent that was away for longer is better late than never.
    reject_old_samples: false,
    // Levels and services are known: Loki would guess them from words of a line.
    discover_log_levels: false,
    discover_service_name: [],
    volume_enabled: true,
    // Whoever may read lines may ask for their deletion: they are hidden, and stay.
    deletion_mode: "filter-only",
  };
}
