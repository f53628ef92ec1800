import { drop, dropSeries, type RelabelRule } from "../relabeling.ts";
import { kubeletAccess, type ScrapeJob } from "./job.ts";
import { nodeLabel } from "./kubelet.ts";

export const CADVISOR = "/metrics/cadvisor";

/** What is left out of cAdvisor's series, two thirds of them. */
export const cadvisorNoise: RelabelRule[] = [
  // The groups above pods: node-exporter counts the node better, and sums would count twice.
  drop(["id", "pod"], ".+;"),
  dropSeries([
    "container_blkio_.+",
    "container_cpu_(load_average_10s|load_d_average_10s|system_seconds_total|user_seconds_total)",
    "container_fs_(inodes_.+|io_.+|reads_merged_total|sector_.+|writes_merged_total)",
    "container_hugetlb_.+",
    "container_memory_(failcnt|failures_total|kernel_usage|mapped_file|max_usage_bytes|migrate|numa_pages|swap)",
    "container_(file_descriptors|last_seen|perf_.+|referenced_bytes|spec_.+|tasks_state|threads_max|ulimits_soft)",
    "container_network_(advance_tcp_stats_total|tcp6?_usage_total|udp6?_usage_total)",
  ]),
  // The other ends of the pods' interfaces, in the network of the node.
  drop(["__name__", "interface"], "container_network_.+;(cali|cni|eni|lxc|tunl|veth).*"),
];

/** CPU, memory, disk and network of every container, which the kubelet counts. */
export function cadvisorJob({ verifyKubelets }: { verifyKubelets: boolean }): ScrapeJob {
  return {
    job_name: "cadvisor",
    ...kubeletAccess(verifyKubelets),
    metrics_path: CADVISOR,
    honor_labels: true,
    // Its own are those of its last look at a container: a series would go on for five minutes after its container.
    honor_timestamps: false,
    kubernetes_sd_configs: [{ role: "node" }],
    relabel_configs: [nodeLabel],
    metric_relabel_configs: cadvisorNoise,
  };
}
