import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import type { Panel } from "@grafana/grafana-foundation-sdk/dashboard";
import { series } from "../../panels/targets.ts";
import { limit, rising } from "../../panels/thresholds.ts";
import { timeseries } from "../../panels/timeseries.ts";
import { containerSelector, type Subject } from "./subject.ts";

/** Seconds; a pause of that length is felt by users. */
const PAUSE = 0.01;

/** What the Go runtime says of itself. */
export function runtime(subject: Subject): Builder<Panel>[] {
  const selector = containerSelector(subject);
  const quantile = (q: number, metric: string) =>
    `histogram_quantile(${q}, sum by (le) (rate(${metric}_bucket{${selector}}[$__rate_interval])))`;
  return [
    timeseries({
      title: "Goroutines",
      description: "Goroutines of a pod. They follow the requests in flight; a line that only ever rises is a leak.",
      unit: "none",
      span: 8,
      targets: [series(`sum by (pod) (go_goroutines{${selector}})`, "{{pod}}")],
    }),
    timeseries({
      title: "Pauses and scheduling",
      description:
        "How long the collector stops the world, and how long a goroutine that could run waits for a thread. The latter grows when the CPU limit is too low.",
      unit: "s",
      span: 8,
      thresholds: limit(PAUSE),
      targets: [
        series(quantile(0.5, "go_gc_pauses_seconds"), "pause p50"),
        series(quantile(0.99, "go_gc_pauses_seconds"), "pause p99"),
        series(quantile(0.99, "go_sched_latencies_seconds"), "scheduling p99"),
      ],
    }),
    timeseries({
      title: "Collections",
      description:
        "Garbage collections a second by pod. Many while memory nears GOMEMLIMIT: the heap no longer fits, and the CPU goes into collecting.",
      unit: "cps",
      span: 8,
      targets: [series(`sum by (pod) (rate(go_gc_duration_seconds_count{${selector}}[$__rate_interval]))`, "{{pod}}")],
    }),
    timeseries({
      title: "Memory and GOMEMLIMIT",
      description:
        "What the runtime holds of the system's memory, which GOMEMLIMIT is about, and the heap that is in use, for the pod that has most.",
      unit: "bytes",
      span: 12,
      targets: [
        series(`max(go_memstats_sys_bytes{${selector}} - go_memstats_heap_released_bytes{${selector}})`, "held"),
        series(`max(go_memstats_heap_inuse_bytes{${selector}})`, "heap in use"),
        series(`min(go_gc_gomemlimit_bytes{${selector}})`, "GOMEMLIMIT"),
      ],
    }),
    timeseries({
      title: "Open file descriptors",
      description:
        "Open files and connections as part of what a pod's process may open. A line that only ever rises is a body that nobody closes.",
      unit: "percentunit",
      span: 12,
      thresholds: rising(0.7, 0.9),
      targets: [series(`max by (pod) (process_open_fds{${selector}} / process_max_fds{${selector}})`, "{{pod}}")],
    }),
  ];
}
