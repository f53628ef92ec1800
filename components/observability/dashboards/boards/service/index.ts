import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { dashboard } from "../../panels/dashboard.ts";
import { menu, toDashboard, toLogs, toTraces } from "../../panels/links.ts";
import type { Signals } from "../../panels/sources.ts";
import { metricLabel } from "../../panels/variables.ts";
import type { Slo } from "../../slo.ts";
import { DELIVERY, ENVIRONMENT, serviceUid } from "../../uid.ts";
import { evidence } from "./evidence.ts";
import { objectives } from "./objectives.ts";
import { requests } from "./requests.ts";
import { runtime } from "./runtime.ts";
import { saturation } from "./saturation.ts";
import { telemetrySelector, requestSelector, traceTags, type Subject } from "./subject.ts";

/** Whether a service keeps its promise, and if not, where to look. */
export function serviceDashboard(subject: Subject, slo: Slo, signals: Signals): Dashboard {
  const { name, namespace } = subject;
  return dashboard({
    uid: serviceUid(namespace, name),
    title: `${namespace} / ${name}`,
    description: `Does ${name} keep its promise (${slo.availability} % without errors, ${slo.latency.objective} % within ${slo.latency.threshold} s), and if not, which route, which pod and which line?`,
    tags: ["service", namespace],
    variables: [
      metricLabel({
        name: "route",
        label: "Route",
        of: `http_request_duration_seconds_count{${requestSelector(subject)}}`,
        by: "route",
      }),
    ],
    links: [
      menu(),
      toDashboard("Delivery", DELIVERY, { namespace, service: name }),
      toDashboard("Environment", ENVIRONMENT, { namespace }),
      ...(signals.logs ? [toLogs("Logs", `{${telemetrySelector(subject)}}`)] : []),
      ...(signals.traces ? [toTraces("Traces", name, traceTags(subject))] : []),
    ],
    sections: [
      { title: "Promise", panels: objectives(subject, slo) },
      { title: "Requests", panels: requests(subject, slo, signals) },
      { title: "Saturation", panels: saturation(subject) },
      { title: "Go runtime", panels: runtime(subject) },
      ...evidence(subject, signals),
    ],
  });
}
