import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { dashboard } from "../panels/dashboard.ts";
import { menu } from "../panels/links.ts";
import { logs } from "../panels/logs.ts";
import { lines, lineSeries } from "../panels/targets.ts";
import { stacked, timeseries } from "../panels/timeseries.ts";
import { logLabel, search } from "../panels/variables.ts";
import { LOGS } from "../uid.ts";

/** A line whose level nobody knows has no such label, and belongs to "all" nevertheless. */
const ANY = ".*";

const STREAMS = `k8s_namespace_name=~"$namespace",service_name=~"$service"`;
const FOUND = `{${STREAMS},severity_text=~"$level"} |~ \`(?i)$search\``;
const FAILED = `{${STREAMS},severity_text=~"error|fatal"} |~ \`(?i)$search\``;

/** Lines of all services by level and text. */
export function logsDashboard(): Dashboard {
  return dashboard({
    uid: LOGS,
    title: "Logs",
    description: "Who writes what, how much of it, and where does this text occur?",
    variables: [
      logLabel({ name: "namespace", label: "Namespace", of: "", by: "k8s_namespace_name" }),
      logLabel({
        name: "service",
        label: "Service",
        of: `{k8s_namespace_name=~"$namespace"}`,
        by: "service_name",
        all: ANY,
      }),
      logLabel({ name: "level", label: "Level", of: "", by: "severity_text", all: ANY }),
      search("search", "Text or regular expression"),
    ],
    links: [menu()],
    sections: [
      { title: "Volume", panels: volume() },
      { title: "Lines", panels: [matching()] },
    ],
  });
}

function volume() {
  const errors = `sum by (service_name) (rate(${FAILED} [$__interval]))`;
  return [
    stacked({
      title: "Lines by service",
      description: "Lines a second that match, by service: who is loud, and since when.",
      unit: "cps",
      span: 12,
      targets: [lineSeries(`sum by (service_name) (rate(${FOUND} [$__interval]))`, "{{service_name}}")],
    }),
    stacked({
      title: "Lines by level",
      description: "Lines a second that match, by level. Without a name: lines that are no JSON and say no level.",
      unit: "cps",
      span: 12,
      targets: [lineSeries(`sum by (severity_text) (rate(${FOUND} [$__interval]))`, "{{severity_text}}")],
    }),
    timeseries({
      title: "Errors by service",
      description: "Lines a second of level error and above that match, whatever level is chosen.",
      unit: "cps",
      span: 12,
      targets: [
        lineSeries(`${errors} or 0 * sum by (service_name) (rate({${STREAMS}} [$__interval]))`, "{{service_name}}"),
      ],
    }),
    stacked({
      title: "Bytes by service",
      description:
        "Bytes a second that match, by service: what is paid for in storage, and what a rate limit is about.",
      unit: "Bps",
      span: 12,
      targets: [lineSeries(`sum by (service_name) (bytes_rate(${FOUND} [$__interval]))`, "{{service_name}}")],
    }),
  ];
}

function matching() {
  return logs({
    title: "Matching lines",
    description: "The latest lines that match. Open one for its fields; its trace_id leads to the trace.",
    span: 24,
    height: 18,
    targets: [lines(FOUND, 1000)],
  });
}
