import { series } from "../../panels/targets.ts";
import { limit } from "../../panels/thresholds.ts";
import { timeseries } from "../../panels/timeseries.ts";

/** What Loki takes, keeps and answers. */
export function loki() {
  const requests = `sum by (route) (rate(loki_request_duration_seconds_count[$__rate_interval]))`;
  const failures = `sum by (route) (rate(loki_request_duration_seconds_count{status_code=~"5..|error"}[$__rate_interval]))`;
  return [
    timeseries({
      title: "Lines received",
      description: "Lines a second that arrive at Loki.",
      unit: "cps",
      span: 8,
      targets: [series("sum(rate(loki_distributor_lines_received_total[$__rate_interval]))", "lines")],
    }),
    timeseries({
      title: "Bytes received",
      description: "Bytes a second that arrive at Loki, before compression.",
      unit: "Bps",
      span: 8,
      targets: [series("sum(rate(loki_distributor_bytes_received_total[$__rate_interval]))", "bytes")],
    }),
    timeseries({
      title: "Lines discarded",
      description: "Lines a second that Loki refused for a limit: too fast, too old, too long, too many streams.",
      unit: "cps",
      span: 8,
      thresholds: limit(1),
      targets: [
        series("sum by (reason) (rate(loki_discarded_samples_total[$__rate_interval])) or vector(0)", "{{reason}}"),
      ],
    }),
    timeseries({
      title: "Failed requests by route",
      description:
        "Part of the requests to a route of Loki that ended in an error. Writers try again; readers see it here.",
      unit: "percentunit",
      span: 8,
      thresholds: limit(0.01),
      targets: [series(`(${failures} or 0 * ${requests}) / (${requests} > 0)`, "{{route}}")],
    }),
    timeseries({
      title: "p99 by route",
      description: "99 % of the requests to a route of Loki are faster than this.",
      unit: "s",
      span: 8,
      targets: [
        series(
          "histogram_quantile(0.99, sum by (le, route) (rate(loki_request_duration_seconds_bucket[$__rate_interval])))",
          "{{route}}",
        ),
      ],
    }),
    timeseries({
      title: "Streams and chunks",
      description: "Streams and chunks that are open in memory. Very many streams: a label has too many values.",
      unit: "short",
      span: 8,
      targets: [
        series("sum(loki_ingester_memory_streams)", "streams"),
        series("sum(loki_ingester_memory_chunks)", "chunks"),
      ],
    }),
  ];
}
