import { dropSeries, set, type RelabelRule } from "../relabeling.ts";
import { kubeletAccess, type ScrapeJob } from "./job.ts";

/** Every node by its name. */
export const nodeLabel = set("node", ["__meta_kubernetes_node_name"]);

/** Hundreds of series that never change: one for each feature gate there is. */
export const FEATURES = "kubernetes_feature_enabled";

/** Buckets that are many and answer no question of a dashboard. */
export const kubeletNoise: RelabelRule[] = [
  dropSeries([FEATURES, "(rest_client|storage_operation|kubelet_http)_.+_bucket"]),
];

/** The kubelets themselves: starts of pods, volumes of claims. */
export function kubeletJob({ verifyKubelets }: { verifyKubelets: boolean }): ScrapeJob {
  return {
    job_name: "kubelet",
    ...kubeletAccess(verifyKubelets),
    // A volume's series name the namespace of the claim.
    honor_labels: true,
    kubernetes_sd_configs: [{ role: "node" }],
    relabel_configs: [nodeLabel],
    metric_relabel_configs: kubeletNoise,
  };
}
