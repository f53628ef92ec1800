import { stat } from "../../panels/stat.ts";
import { instant, series } from "../../panels/targets.ts";
import { limit, rising } from "../../panels/thresholds.ts";
import { timeseries } from "../../panels/timeseries.ts";
import { ON } from "./selector.ts";

/** What the kubelet runs, and what that uses. */
export function pods() {
  const top = (use: string) => `topk(10, sum by (namespace, pod) (${use}))`;
  const number = { unit: "none", span: 6 };
  return [
    stat({
      ...number,
      title: "Running pods",
      description: "Pods that the kubelets run.",
      targets: [instant(`sum(kubelet_running_pods{${ON}})`, "pods")],
    }),
    stat({
      ...number,
      title: "Pods of what fits",
      description: "Part of the pods that the nodes take at most, whatever their size.",
      unit: "percentunit",
      thresholds: rising(0.8, 0.95),
      targets: [
        instant(`sum(kubelet_running_pods{${ON}}) / sum(kube_node_status_allocatable{${ON},resource="pods"})`, "taken"),
      ],
    }),
    stat({
      ...number,
      title: "Running containers",
      description: "Containers that the kubelets run.",
      targets: [instant(`sum(kubelet_running_containers{${ON},container_state="running"})`, "containers")],
    }),
    stat({
      ...number,
      title: "Errors of the runtime, 1 h",
      description:
        "Calls to the container runtime that failed. Now and then one is normal, when a container ends while it is looked at.",
      thresholds: limit(100),
      targets: [instant(`sum(increase(kubelet_runtime_operations_errors_total{${ON}}[1h])) or vector(0)`, "errors")],
    }),
    timeseries({
      title: "Most CPU",
      description: "The ten pods that use most cores.",
      unit: "none",
      span: 12,
      targets: [
        series(
          top(`rate(container_cpu_usage_seconds_total{${ON},container!=""}[$__rate_interval])`),
          "{{namespace}} {{pod}}",
        ),
      ],
    }),
    timeseries({
      title: "Most memory",
      description: "The ten pods with the largest working set.",
      unit: "bytes",
      span: 12,
      targets: [series(top(`container_memory_working_set_bytes{${ON},container!=""}`), "{{namespace}} {{pod}}")],
    }),
  ];
}
