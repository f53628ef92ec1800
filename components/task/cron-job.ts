import type { batch } from "@pulumi/kubernetes/types/input.js";
import { recommendedLabels } from "../workload/labels.ts";
import { jobPodTemplate } from "../workload/job-pods.ts";
import { jobSpec } from "../workload/job.ts";
import type { PodAdditions } from "../workload/pods.ts";
import { leaseVariables } from "./lease.ts";
import type { TaskSpec } from "./spec.ts";

/**
 * A run at each time of the schedule, unless the one before still works.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 */
export function cronJobSpec(spec: TaskSpec, additions: PodAdditions = {}): batch.v1.CronJobSpec {
  const { name, lease, backoffLimit, activeDeadlineSeconds, ttlSecondsAfterFinished } = spec;
  const env = [...(additions.env ?? []), ...(lease ? leaseVariables(name, lease) : [])];
  const template = jobPodTemplate({ ...spec, component: "task", token: lease !== undefined }, { ...additions, env });
  return {
    schedule: spec.schedule,
    timeZone: spec.timeZone,
    concurrencyPolicy: "Forbid",
    startingDeadlineSeconds: spec.startingDeadlineSeconds,
    successfulJobsHistoryLimit: spec.successfulJobsHistoryLimit,
    failedJobsHistoryLimit: spec.failedJobsHistoryLimit,
    suspend: spec.suspend,
    jobTemplate: {
      metadata: { labels: recommendedLabels(name, "task") },
      spec: { ...jobSpec(name, { backoffLimit, activeDeadlineSeconds }, template), ttlSecondsAfterFinished },
    },
  };
}
