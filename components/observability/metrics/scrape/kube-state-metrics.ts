import { STATE } from "../names.ts";
import { keep } from "../relabeling.ts";
import type { ScrapeJob } from "./job.ts";
import { everyPod, running } from "./pods.ts";

/**
 * The state of the cluster's objects. Its series are about others, whose namespace, pod and node they name: the target has
 * no such labels, or a node would seem to be in the namespace of the monitoring.
 */
export function stateJob({ namespace }: { namespace: string }): ScrapeJob {
  const target = [
    "__meta_kubernetes_namespace",
    "__meta_kubernetes_pod_label_app_kubernetes_io_name",
    "__meta_kubernetes_pod_container_port_name",
  ];
  return {
    job_name: "kube-state-metrics",
    honor_labels: true,
    kubernetes_sd_configs: everyPod,
    relabel_configs: [running, keep(target, `${namespace};${STATE.name};${STATE.portName}`)],
  };
}
