import { addressAt, dropSeries, keep, type RelabelRule } from "../relabeling.ts";
import { ownToken, type ScrapeJob } from "./job.ts";
import { FEATURES, nodeLabel } from "./kubelet.ts";

/** Where kubeadm has the parts of a control plane listen; etcd with its metrics alone, in the clear. */
const parts = [
  { job: "kube-scheduler", port: 10259, secure: true },
  { job: "kube-controller-manager", port: 10257, secure: true },
  { job: "etcd", port: 2381, secure: false },
];

/** The nodes of the control plane. */
const controlPlaneNode: RelabelRule[] = [
  keep(["__meta_kubernetes_node_labelpresent_node_role_kubernetes_io_control_plane"], "true"),
  nodeLabel,
];

/** Buckets of what is the business of those who write Kubernetes. */
const noise: RelabelRule[] = [dropSeries([FEATURES, "(informer|rest_client|scheduler_plugin|workqueue)_.+_bucket"])];

/**
 * What runs on the nodes of a control plane. kubeadm has it listen on the node itself only: `--bind-address` of the two, and
 * `--listen-metrics-urls` of etcd, must name the node's address.
 * @see https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/
 */
export function controlPlaneJobs(): ScrapeJob[] {
  return parts.map(({ job, port, secure }) => ({
    job_name: job,
    // They sign their own certificates.
    ...(secure && { scheme: "https", ...ownToken, tls_config: { insecure_skip_verify: true } }),
    kubernetes_sd_configs: [{ role: "node" }],
    relabel_configs: [...controlPlaneNode, ...addressAt("__meta_kubernetes_node_address_InternalIP", port)],
    metric_relabel_configs: noise,
  }));
}
