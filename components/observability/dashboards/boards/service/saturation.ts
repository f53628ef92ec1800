import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import type { Panel } from "@grafana/grafana-foundation-sdk/dashboard";
import { series } from "../../panels/targets.ts";
import { rising } from "../../panels/thresholds.ts";
import { timeseries } from "../../panels/timeseries.ts";
import { containerSelector, requestSelector, type Subject } from "./subject.ts";

/** How close the service is to what it may use. */
export function saturation(subject: Subject): Builder<Panel>[] {
  const selector = containerSelector(subject);
  return [
    timeseries({
      title: "CPU of limit",
      description:
        "CPU time of a pod's container as part of its limit. Close to 1 it is throttled, and answers slowly before it answers wrongly.",
      unit: "percentunit",
      span: 6,
      thresholds: rising(0.8, 0.95),
      targets: [
        series(
          `sum by (pod) (rate(container_cpu_usage_seconds_total{${selector}}[$__rate_interval])) / sum by (pod) (kube_pod_container_resource_limits{${selector},resource="cpu"})`,
          "{{pod}}",
        ),
      ],
    }),
    timeseries({
      title: "Throttled periods",
      description:
        "Part of the scheduler's 100 ms periods in which a pod's container had used up its limit and had to wait.",
      unit: "percentunit",
      span: 6,
      thresholds: rising(0.1, 0.25),
      targets: [
        series(
          `sum by (pod) (rate(container_cpu_cfs_throttled_periods_total{${selector}}[$__rate_interval])) / sum by (pod) (rate(container_cpu_cfs_periods_total{${selector}}[$__rate_interval]))`,
          "{{pod}}",
        ),
      ],
    }),
    timeseries({
      title: "Memory of limit",
      description:
        "Working set of a pod's container as part of its limit: what the kernel cannot take back. At 1 the container is killed.",
      unit: "percentunit",
      span: 6,
      thresholds: rising(0.8, 0.95),
      targets: [
        series(
          `sum by (pod) (container_memory_working_set_bytes{${selector}}) / sum by (pod) (kube_pod_container_resource_limits{${selector},resource="memory"})`,
          "{{pod}}",
        ),
      ],
    }),
    timeseries({
      title: "Requests in flight",
      description:
        "Requests that a pod is working on. Growing while the rate is flat, something behind the service is slow.",
      unit: "none",
      span: 6,
      targets: [series(`sum by (pod) (http_requests_in_flight{${requestSelector(subject)}})`, "{{pod}}")],
    }),
  ];
}
