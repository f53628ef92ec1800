import type { MetricsSpec } from "../spec.ts";
import { annotatedPods } from "./annotated-pods.ts";
import { apiServerJob } from "./api-servers.ts";
import { cadvisorJob } from "./cadvisor.ts";
import { controlPlaneJobs } from "./control-plane.ts";
import type { ScrapeJob } from "./job.ts";
import { stateJob } from "./kube-state-metrics.ts";
import { kubeletJob } from "./kubelet.ts";
import { declaredPods, podJob, PODS } from "./pods.ts";

export type { ScrapeJob } from "./job.ts";

/** Everything that is scraped. */
export function scrapeJobs(spec: Pick<MetricsSpec, "namespace" | "sampleLimit" | "verifyKubelets" | "controlPlane">) {
  return [
    podJob(PODS, declaredPods, spec.sampleLimit),
    podJob(`${PODS}-annotated`, annotatedPods, spec.sampleLimit),
    stateJob(spec),
    kubeletJob(spec),
    cadvisorJob(spec),
    apiServerJob(),
    ...(spec.controlPlane ? controlPlaneJobs() : []),
  ] satisfies ScrapeJob[];
}
