import { stat } from "../../panels/stat.ts";
import { instant, series } from "../../panels/targets.ts";
import { limit } from "../../panels/thresholds.ts";
import { stacked, timeseries } from "../../panels/timeseries.ts";

function mean(part: string): string {
  return `sum by (slice) (rate(prometheus_engine_query_duration_seconds${part}[$__rate_interval]))`;
}

/** What Prometheus holds, and what it costs. */
export function prometheus({ remoteWrite }: { remoteWrite: boolean }) {
  return [
    timeseries({
      title: "Series in the head",
      description:
        "Series that Prometheus holds in memory, about 4 KiB each. A step up is a new label with many values.",
      unit: "short",
      span: 6,
      targets: [series("max by (pod) (prometheus_tsdb_head_series)", "{{pod}}")],
    }),
    stacked({
      title: "Samples by job",
      description:
        "Samples that a scrape of all targets of a job brings, after what is dropped: who makes the head grow.",
      unit: "short",
      span: 6,
      targets: [series("sum by (job) (scrape_samples_post_metric_relabeling)", "{{job}}")],
    }),
    timeseries({
      title: "On disk",
      description: "Write-ahead log, blocks, and the head's chunks. The log is what is read again after a crash.",
      unit: "bytes",
      span: 6,
      targets: [
        series("max(prometheus_tsdb_wal_storage_size_bytes)", "write-ahead log"),
        series("max(prometheus_tsdb_storage_blocks_bytes)", "blocks"),
        series("max(prometheus_tsdb_head_chunks_storage_size_bytes)", "head chunks"),
      ],
    }),
    stat({
      title: "Damage, shown time",
      description: "Corruptions of the write-ahead log and failed compactions: anything but zero is to be looked into.",
      unit: "none",
      span: 6,
      height: 8,
      thresholds: limit(1),
      targets: [
        instant("sum(increase(prometheus_tsdb_wal_corruptions_total[$__range]))", "corruptions"),
        instant("sum(increase(prometheus_tsdb_compactions_failed_total[$__range]))", "failed compactions"),
      ],
    }),
    timeseries({
      title: "Samples taken",
      description: "Samples a second that are written to the head.",
      unit: "cps",
      span: 8,
      targets: [
        series("sum by (pod) (rate(prometheus_tsdb_head_samples_appended_total[$__rate_interval]))", "{{pod}}"),
      ],
    }),
    timeseries({
      title: "Rules",
      description:
        "Evaluations of recording and alerting rules a second. Zero where there are rules: no alert will fire.",
      unit: "cps",
      span: 8,
      targets: [
        series("sum by (pod) (rate(prometheus_rule_evaluation_duration_seconds_count[$__rate_interval]))", "{{pod}}"),
      ],
    }),
    timeseries({
      title: "Queries",
      description: "Mean time of a query by what it was spent with: waiting for its turn, reading, computing.",
      unit: "s",
      span: 8,
      targets: [series(`${mean("_sum")} / ${mean("_count")}`, "{{slice}}")],
    }),
    ...(remoteWrite ? forwarded() : []),
  ];
}

function forwarded() {
  return [
    timeseries({
      title: "Sent on",
      description:
        "Samples a second that are sent to the store elsewhere, and those that it refused or that were given up.",
      unit: "cps",
      span: 12,
      targets: [
        series("sum by (url) (rate(prometheus_remote_storage_samples_total[$__rate_interval]))", "{{url}}"),
        series(
          "sum by (url) (rate(prometheus_remote_storage_samples_failed_total[$__rate_interval]))",
          "{{url}} failed",
        ),
      ],
    }),
    timeseries({
      title: "Behind",
      description:
        "How far the store elsewhere is behind the newest sample. What is older than the write-ahead log, two hours, is lost to it.",
      unit: "s",
      span: 12,
      thresholds: limit(120),
      targets: [
        series(
          "max by (url) (prometheus_remote_storage_queue_highest_timestamp_seconds - prometheus_remote_storage_queue_highest_sent_timestamp_seconds)",
          "{{url}}",
        ),
      ],
    }),
  ];
}
