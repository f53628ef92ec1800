import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import type { DashboardLink, Panel } from "@grafana/grafana-foundation-sdk/dashboard";
import { toLogs, toTraces } from "../../panels/links.ts";
import type { Signals } from "../../panels/sources.ts";
import { series, seriesWithExemplars } from "../../panels/targets.ts";
import { limit } from "../../panels/thresholds.ts";
import { stacked, timeseries } from "../../panels/timeseries.ts";
import type { Slo } from "../../slo.ts";
import { telemetrySelector, requestSelector, traceTags, type Subject } from "./subject.ts";

/** Rate, errors and duration, by route: what users feel. */
export function requests(subject: Subject, slo: Slo, signals: Signals): Builder<Panel>[] {
  const selector = `${requestSelector(subject)},route=~"$route"`;
  const rate = `sum by (route) (rate(http_request_duration_seconds_count{${selector}}[$__rate_interval]))`;
  const errors = `sum by (route) (rate(http_request_duration_seconds_count{${selector},status=~"5.."}[$__rate_interval]))`;
  const buckets = `rate(http_request_duration_seconds_bucket{${selector}}[$__rate_interval])`;
  const links = leads(subject, signals);
  return [
    stacked({
      title: "Requests",
      description:
        "Requests a second by route template. A sudden floor is as telling as a peak: callers may not get here at all.",
      unit: "reqps",
      span: 8,
      links,
      targets: [series(rate, "{{route}}")],
    }),
    timeseries({
      title: "Errors",
      description: `Part of each route's requests that ended in a 5xx. The line is what the promise of ${slo.availability} % allows on average.`,
      unit: "percentunit",
      span: 8,
      thresholds: limit(Number((1 - slo.availability / 100).toFixed(6))),
      links,
      targets: [series(`(${errors} or 0 * ${rate}) / ${rate}`, "{{route}}")],
    }),
    timeseries({
      title: "Answers by status",
      description: "Requests a second by status. Many 4xx after a release are often a broken contract with callers.",
      unit: "reqps",
      span: 8,
      links: signals.logs
        ? [toLogs("Logs with this status", `{${telemetrySelector(subject)}} | status="\${__field.labels.status}"`)]
        : [],
      targets: [
        series(
          `sum by (status) (rate(http_request_duration_seconds_count{${selector}}[$__rate_interval]))`,
          "{{status}}",
        ),
      ],
    }),
    timeseries({
      title: "Duration",
      description: `Half, 95 % and 99 % of the requests are faster than this. Dots are single requests with their trace; the line is the threshold of the promise.`,
      unit: "s",
      span: 12,
      thresholds: limit(slo.latency.threshold),
      links: signals.traces ? [toTraces("Traces", subject.name, traceTags(subject))] : [],
      targets: [0.5, 0.95, 0.99].map((quantile) =>
        seriesWithExemplars(`histogram_quantile(${quantile}, sum by (le) (${buckets}))`, `p${quantile * 100}`),
      ),
    }),
    timeseries({
      title: "p99 by route",
      description: "99 % of a route's requests are faster than this: which route makes the service slow.",
      unit: "s",
      span: 12,
      thresholds: limit(slo.latency.threshold),
      links,
      targets: [series(`histogram_quantile(0.99, sum by (le, route) (${buckets}))`, "{{route}}")],
    }),
  ];
}

/** From a route's line to its lines in the log, and to the traces of the service. */
function leads(subject: Subject, { logs, traces }: Signals): Builder<DashboardLink>[] {
  return [
    ...(logs
      ? [toLogs("Logs of this route", `{${telemetrySelector(subject)}} | route="\${__field.labels.route}"`)]
      : []),
    ...(traces ? [toTraces("Traces of the service", subject.name, traceTags(subject))] : []),
  ];
}
