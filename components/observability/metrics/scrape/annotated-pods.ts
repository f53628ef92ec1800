import { address, constant, set, type RelabelRule } from "../relabeling.ts";
import { annotated, podLabels, PODS, running } from "./pods.ts";

const annotation = (name: string) => `__meta_kubernetes_pod_annotation_prometheus_io_${name}`;

/**
 * Pods that say by annotations where they are to be scraped, for those whose ports are not theirs to name:
 * `prometheus.io/scrape: "true"` with `prometheus.io/port`, and perhaps `path` and `scheme`. What they say goes before the
 * names of their ports. Prometheus finds one target for each port of a pod, or one for a container that names none; all of
 * them get the same address and labels here, and are one target from there on. The container that listens is not known.
 */
export const annotatedPods: RelabelRule[] = [
  running,
  annotated,
  ...address("__meta_kubernetes_pod_ip", annotation("port")),
  set("__scheme__", [annotation("scheme")], { regex: "(https?)" }),
  set("__metrics_path__", [annotation("path")], { regex: "(.+)" }),
  ...podLabels,
  set("container", ["__meta_kubernetes_pod_annotation_kubectl_kubernetes_io_default_container"], { regex: "(.+)" }),
  constant("job", PODS),
];
