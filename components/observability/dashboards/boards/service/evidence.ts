import type { Section } from "../../panels/dashboard.ts";
import { logs } from "../../panels/logs.ts";
import type { Signals } from "../../panels/sources.ts";
import { found } from "../../panels/table.ts";
import { lines, lineSeries, seriesWithExemplars, traces } from "../../panels/targets.ts";
import { stacked, timeseries } from "../../panels/timeseries.ts";
import { telemetrySelector, traceTags, type Subject } from "./subject.ts";

/** The single events behind the numbers. */
export function evidence(subject: Subject, signals: Signals): Section[] {
  const panels = [...(signals.logs ? logPanels(subject) : []), ...(signals.traces ? tracePanels(subject) : [])];
  return panels.length > 0 ? [{ title: "Logs and traces", panels }] : [];
}

function logPanels(subject: Subject) {
  const selector = telemetrySelector(subject);
  return [
    stacked({
      title: "Lines by level",
      description:
        "Lines of the log a second, by level. Errors that are logged but not answered as 5xx show only here.",
      unit: "cps",
      span: 24,
      height: 6,
      targets: [lineSeries(`sum by (severity_text) (rate({${selector}}[$__interval]))`, "{{severity_text}}")],
    }),
    logs({
      title: "Recent errors",
      description:
        "Lines of level error and above. Open one for its fields: `error` and `stack` name file and line, and trace_id leads to the trace.",
      span: 24,
      targets: [lines(`{${selector},severity_text=~"error|fatal"}`)],
    }),
  ];
}

function tracePanels(subject: Subject) {
  return [
    timeseries({
      title: "Operations",
      description:
        "95 % of an operation's spans are shorter than this, of all spans, also those of traces that are not kept. A call that grows here is why the route above it does.",
      unit: "s",
      span: 24,
      targets: [
        seriesWithExemplars(
          `histogram_quantile(0.95, sum by (le, span_name) (rate(traces_span_metrics_duration_seconds_bucket{${telemetrySelector(subject)}}[$__rate_interval])))`,
          "{{span_name}}",
        ),
      ],
    }),
    found({
      title: "Failed requests",
      description:
        "Traces with an error in them, which are all kept. Open one: its longest span is where the time went, and each span leads to its logs.",
      unit: "none",
      span: 24,
      targets: [traces(subject.name, `${traceTags(subject)} error=true`)],
    }),
  ];
}
