import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import { dashboard } from "../panels/dashboard.ts";
import { menu } from "../panels/links.ts";
import { table } from "../panels/table.ts";
import { instant, rows, series } from "../panels/targets.ts";
import { limit, rising } from "../panels/thresholds.ts";
import { stacked, timeseries } from "../panels/timeseries.ts";
import { stat } from "../panels/stat.ts";
import { metricLabel } from "../panels/variables.ts";
import { ENVIRONMENT } from "../uid.ts";

const IN = `namespace=~"$namespace"`;

/** Room for more, and what is not well, by namespace. */
export function environmentDashboard(): Dashboard {
  return dashboard({
    uid: ENVIRONMENT,
    title: "Environment",
    description: "Is every pod of a namespace well, and is there room for the next release?",
    variables: [metricLabel({ name: "namespace", label: "Namespace", of: "kube_pod_info", by: "namespace" })],
    links: [menu()],
    sections: [
      { title: "Health", panels: health() },
      { title: "Quota", panels: quota() },
      { title: "Use by service", panels: use() },
    ],
  });
}

/** Pods that will run again or no more; those that ended are none of them. */
const NOT_READY = `sum by (namespace) (kube_pod_status_ready{${IN},condition="false"} unless on (namespace, pod) (kube_pod_status_phase{${IN},phase=~"Succeeded|Failed"} == 1))`;
const RESTARTS = `increase(kube_pod_container_status_restarts_total{${IN}}[$__range])`;

function health() {
  const number = { unit: "none", span: 6, thresholds: limit(1) };
  return [
    stat({
      ...number,
      title: "Pending pods",
      description:
        "Pods that no node has taken, or whose containers do not start. `kubectl describe pod` has the reason in its events.",
      targets: [instant(`sum(kube_pod_status_phase{${IN},phase="Pending"})`, "pending")],
    }),
    stat({
      ...number,
      title: "Pods not ready",
      description:
        "Pods that get no traffic, because their readiness probe fails or they are starting. Ended jobs do not count.",
      targets: [instant(`sum(${NOT_READY}) or vector(0)`, "not ready")],
    }),
    stat({
      ...number,
      title: "Waiting containers",
      description: "Containers that cannot start: no image, no configuration, or crashes one after the other.",
      targets: [instant(`sum(kube_pod_container_status_waiting_reason{${IN}}) or vector(0)`, "waiting")],
    }),
    stat({
      ...number,
      title: "Restarts, shown time",
      description: "Containers that ended and were started again. The table below says which.",
      targets: [instant(`sum(${RESTARTS})`, "restarts")],
    }),
    timeseries({
      title: "Pods by phase",
      description: "Pods by the phase of their life. Running alone is well; Failed and Succeeded are ended jobs.",
      unit: "none",
      span: 12,
      targets: [series(`sum by (phase) (kube_pod_status_phase{${IN}})`, "{{phase}}")],
    }),
    table({
      title: "Most restarts, shown time",
      description: "Containers with the most restarts. The logs of a container's last life are in the logs dashboard.",
      unit: "none",
      span: 12,
      columns: { namespace: "Namespace", pod: "Pod", container: "Container", Value: "Restarts" },
      targets: [rows(`topk(15, sum by (namespace, pod, container) (${RESTARTS}))`)],
    }),
  ];
}

function quota() {
  return [
    timeseries({
      title: "Quota used",
      description:
        "Part of each quota that is taken. At 1 the API server refuses the next pod, also one of a rolling update.",
      unit: "percentunit",
      span: 24,
      thresholds: rising(0.8, 0.95),
      targets: [
        series(
          `kube_resourcequota{${IN},type="used"} / ignoring (type) (kube_resourcequota{${IN},type="hard"} > 0)`,
          "{{namespace}} {{resource}}",
        ),
      ],
    }),
  ];
}

function use() {
  const cpu = `sum by (namespace, container) (rate(container_cpu_usage_seconds_total{${IN},container!=""}[$__rate_interval]))`;
  const memory = `sum by (namespace, container) (container_memory_working_set_bytes{${IN},container!=""})`;
  const requested = (resource: string) =>
    `sum by (namespace, container) (kube_pod_container_resource_requests{${IN},resource="${resource}"})`;
  const legend = "{{namespace}} {{container}}";
  return [
    stacked({
      title: "CPU",
      description: "Cores in use by the containers of a name, over all their pods.",
      unit: "none",
      span: 12,
      targets: [series(cpu, legend)],
    }),
    stacked({
      title: "Memory",
      description: "Working set of the containers of a name, over all their pods: what the kernel cannot take back.",
      unit: "bytes",
      span: 12,
      targets: [series(memory, legend)],
    }),
    timeseries({
      title: "CPU of requests",
      description:
        "Use as part of what is requested, and paid for. Far below 1 all day: request less. Above 1: it lives from what others leave.",
      unit: "percentunit",
      span: 12,
      targets: [series(`${cpu} / ${requested("cpu")}`, legend)],
    }),
    timeseries({
      title: "Memory of requests",
      description:
        "Use as part of what is requested. Above 1 a container is among the first that a node in need of memory ends.",
      unit: "percentunit",
      span: 12,
      targets: [series(`${memory} / ${requested("memory")}`, legend)],
    }),
  ];
}
