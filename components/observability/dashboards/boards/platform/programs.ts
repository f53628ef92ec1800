import { series } from "../../panels/targets.ts";
import { rising } from "../../panels/thresholds.ts";
import { stacked, timeseries } from "../../panels/timeseries.ts";

/** What the programs of the monitoring use, those on the nodes among them. */
export function programs(namespace: string) {
  const selector = `namespace=~"${namespace}(-node)?",container!=""`;
  const memory = `sum by (namespace, pod, container) (container_memory_working_set_bytes{${selector}})`;
  const bound = `sum by (namespace, pod, container) (kube_pod_container_resource_limits{${selector},resource="memory"})`;
  return [
    stacked({
      title: "Memory",
      description: "Working set of each program: what watching costs.",
      unit: "bytes",
      span: 8,
      targets: [series(`sum by (container) (container_memory_working_set_bytes{${selector}})`, "{{container}}")],
    }),
    timeseries({
      title: "Memory of limit",
      description:
        "Working set as part of the limit, of the pod that is closest to it. At 1 it is killed, and begins anew.",
      unit: "percentunit",
      span: 8,
      thresholds: rising(0.8, 0.95),
      targets: [series(`max by (container) (${memory} / ${bound})`, "{{container}}")],
    }),
    stacked({
      title: "CPU",
      description: "Cores that each program uses.",
      unit: "none",
      span: 8,
      targets: [
        series(
          `sum by (container) (rate(container_cpu_usage_seconds_total{${selector}}[$__rate_interval]))`,
          "{{container}}",
        ),
      ],
    }),
  ];
}
