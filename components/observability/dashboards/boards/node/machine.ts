import { series } from "../../panels/targets.ts";
import { rising } from "../../panels/thresholds.ts";
import { stacked, timeseries } from "../../panels/timeseries.ts";
import { ON } from "./selector.ts";

/** CPU and memory, and whether somebody waits for them. */
export function machine() {
  const stalled = (resource: string) =>
    series(
      `max by (node) (rate(node_pressure_${resource}_seconds_total{${ON}}[$__rate_interval]))`,
      `{{node}} ${resource}`,
    );
  return [
    timeseries({
      title: "CPU",
      description: "Part of the cores' time that was not idle.",
      unit: "percentunit",
      span: 8,
      max: 1,
      thresholds: rising(0.8, 0.95),
      targets: [
        series(`1 - avg by (node) (rate(node_cpu_seconds_total{${ON},mode="idle"}[$__rate_interval]))`, "{{node}}"),
      ],
    }),
    timeseries({
      title: "Memory",
      description:
        "Part of the memory that is neither free nor a cache that could be dropped. Near 1 the kubelet evicts pods.",
      unit: "percentunit",
      span: 8,
      max: 1,
      thresholds: rising(0.85, 0.95),
      targets: [
        series(
          `max by (node) (1 - node_memory_MemAvailable_bytes{${ON}} / node_memory_MemTotal_bytes{${ON}})`,
          "{{node}}",
        ),
      ],
    }),
    timeseries({
      title: "Pressure",
      description:
        "Part of the time in which some process waited for CPU, memory or the disk: the only one of these that says somebody suffers.",
      unit: "percentunit",
      span: 8,
      thresholds: rising(0.2, 0.5),
      targets: [stalled("cpu_waiting"), stalled("memory_waiting"), stalled("io_waiting")],
    }),
    stacked({
      title: "CPU by mode",
      description: "Cores by what they do. Much system: network or many small calls. Much iowait: the disk.",
      unit: "none",
      span: 16,
      targets: [
        series(`sum by (mode) (rate(node_cpu_seconds_total{${ON},mode!="idle"}[$__rate_interval]))`, "{{mode}}"),
      ],
    }),
    timeseries({
      title: "Load for each core",
      description: "Processes that run or wait, for each core, over a minute. Above 1 some wait.",
      unit: "none",
      span: 8,
      thresholds: rising(1.5, 3),
      targets: [
        series(
          `max by (node) (node_load1{${ON}}) / count by (node) (node_cpu_seconds_total{${ON},mode="idle"})`,
          "{{node}}",
        ),
      ],
    }),
  ];
}
