import type { Signals } from "../../panels/sources.ts";
import { series } from "../../panels/targets.ts";
import { limit, rising } from "../../panels/thresholds.ts";
import { timeseries } from "../../panels/timeseries.ts";

/** A signal as a collector's own metrics name its items. */
type Items = "log_records" | "spans";

/** What the collectors take, hand on, and hold back. */
export function collectors({ logs, traces }: Signals) {
  const items: Items[] = [...(logs ? ["log_records" as const] : []), ...(traces ? ["spans" as const] : [])];
  const of = (metric: string, by: string) =>
    items.map((item) => series(`sum by (${by}) (rate(${metric}_${item}[$__rate_interval]))`, `${item} {{${by}}}`));
  /** Series of failures begin with the first one. */
  const orNone = (failures: string, all: string) =>
    items.map((item) =>
      series(
        `sum by (exporter) (rate(${failures}_${item}[$__rate_interval])) or 0 * sum by (exporter) (rate(${all}_${item}[$__rate_interval]))`,
        `${item} {{exporter}}`,
      ),
    );
  return [
    timeseries({
      title: "Accepted",
      description: "Lines and spans a second that the collectors take in, by receiver.",
      unit: "cps",
      span: 8,
      targets: of("otelcol_receiver_accepted", "receiver"),
    }),
    timeseries({
      title: "Refused",
      description:
        "Lines and spans a second that a collector had no memory for. A service tries again for a while; then its spans are lost.",
      unit: "cps",
      span: 8,
      thresholds: limit(1),
      targets: of("otelcol_receiver_refused", "receiver"),
    }),
    timeseries({
      title: "Sent",
      description:
        "Lines and spans a second that arrive, by exporter. Fewer than accepted: they wait in a queue, or are dropped on purpose by sampling.",
      unit: "cps",
      span: 8,
      targets: of("otelcol_exporter_sent", "exporter"),
    }),
    timeseries({
      title: "Given up",
      description: "Lines and spans a second that could not be delivered and are not tried again.",
      unit: "cps",
      span: 8,
      thresholds: limit(1),
      targets: orNone("otelcol_exporter_send_failed", "otelcol_exporter_sent"),
    }),
    timeseries({
      title: "Did not fit",
      description:
        "Lines and spans a second that found the queue full. Lines stay in the files of the node and are read again; spans are lost.",
      unit: "cps",
      span: 8,
      thresholds: limit(1),
      targets: orNone("otelcol_exporter_enqueue_failed", "otelcol_exporter_sent"),
    }),
    timeseries({
      title: "Queue",
      description: "Part of a queue that is filled. It grows while what is behind it is away.",
      unit: "percentunit",
      span: 8,
      thresholds: rising(0.5, 0.9),
      targets: [
        series(
          "max by (pod, exporter) (otelcol_exporter_queue_size / otelcol_exporter_queue_capacity)",
          "{{pod}} {{exporter}}",
        ),
      ],
    }),
  ];
}
