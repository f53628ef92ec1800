import { series } from "../../panels/targets.ts";
import { limit } from "../../panels/thresholds.ts";
import { timeseries } from "../../panels/timeseries.ts";

/** What Jaeger takes, keeps and answers. */
export function jaeger() {
  const per = (metric: string, by: string) => `sum by (${by}) (rate(${metric}[$__rate_interval]))`;
  return [
    timeseries({
      title: "Spans by service",
      description: "Spans a second that arrive at Jaeger, after sampling.",
      unit: "cps",
      span: 8,
      targets: [series(per("jaeger_collector_spans_received_total", "svc"), "{{svc}}")],
    }),
    timeseries({
      title: "Spans lost",
      description: "Spans a second that Jaeger refused, had no room for in its queue, or could not store.",
      unit: "cps",
      span: 8,
      thresholds: limit(1),
      targets: [
        series("sum(rate(jaeger_collector_spans_rejected_total[$__rate_interval]))", "refused"),
        series("sum(rate(jaeger_collector_spans_dropped_total[$__rate_interval]))", "dropped"),
        series(`sum(rate(jaeger_collector_spans_saved_by_svc_total{result="err"}[$__rate_interval]))`, "not stored"),
      ],
    }),
    timeseries({
      title: "Questions",
      description: "Searches and traces a second that Jaeger is asked for, by what came of them.",
      unit: "reqps",
      span: 8,
      targets: [series(per("jaeger_query_requests_total", "operation, result"), "{{operation}} {{result}}")],
    }),
  ];
}
