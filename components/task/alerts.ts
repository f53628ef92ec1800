import type { ScheduledTaskArgs } from "./args.ts";
import { taskSpec } from "./spec.ts";

/** {@link ScheduledTaskArgs} with a namespace that is known: it stands in the expressions. */
export interface TaskAlertArgs extends ScheduledTaskArgs {
  /** Namespace that the task runs in. */
  namespace: string;
}

/** An alert as data: whoever evaluates it makes the rule, and its runbook link by its name. */
export interface TaskAlert {
  name: string;
  /** P1 pages, P2 is urgent, P3 is a ticket. */
  tier: "P1" | "P2" | "P3";
  summary: string;
  description: string;
  /** PromQL over the series of kube-state-metrics, with one result for each namespace. */
  expr: string;
  /** How long it must hold. */
  for: string;
}

/** Share of its deadline after which a run is worth a look: at the whole of it Kubernetes ends the run. */
const LONG = 0.8;

/** What may go wrong with a task: a run failed for good, none came, or one takes too long. */
export function taskAlerts(component: string, args: TaskAlertArgs): TaskAlert[] {
  const { name, startingDeadlineSeconds, activeDeadlineSeconds } = taskSpec(component, args);
  const series = seriesOf(name, args.namespace);
  const task = `${args.namespace}/${name}`;
  const long = Math.round(LONG * activeDeadlineSeconds);
  return [
    {
      name: "TaskFailed",
      tier: "P2",
      summary: `Task ${task} failed`,
      description: `The last run of ${task} used up its attempts. \`kubectl -n ${args.namespace} get jobs,pods -l app.kubernetes.io/name=${name}\` shows it.`,
      expr: series.failedSinceSuccess,
      for: "1m",
    },
    {
      name: "TaskMissed",
      tier: "P2",
      summary: `Task ${task} did not start`,
      description: `A run of ${task} is more than ${startingDeadlineSeconds} s late, and will not start any more. The run before may still be at work, or the control plane was away.`,
      expr: `time() - ${series.nextSchedule} > ${startingDeadlineSeconds}`,
      for: "1m",
    },
    {
      name: "TaskTooLong",
      tier: "P3",
      summary: `Task ${task} takes long`,
      description: `A run of ${task} has worked for more than ${long} s; after ${activeDeadlineSeconds} s it is ended as failed.`,
      expr: `${series.longest} > ${long}`,
      for: "1m",
    },
  ];
}

/**
 * @see https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/job-metrics.md
 * @see https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/cronjob-metrics.md
 */
function seriesOf(name: string, namespace: string) {
  const within = `namespace="${namespace}"`;
  const cronJob = `${within},cronjob="${name}"`;
  const own = `on (namespace, job_name) kube_job_owner{${within},owner_kind="CronJob",owner_name="${name}"}`;
  // Whether the Job was given up: `kube_job_status_failed` counts its failed pods, of which the next attempt may do it.
  const failed = `max by (namespace) (kube_job_status_start_time{${within}} and on (namespace, job_name) kube_job_failed{${within},condition="true"} == 1 and ${own})`;
  const succeeded = `max by (namespace) (kube_cronjob_status_last_successful_time{${cronJob}})`;
  return {
    // A failed Job is kept to be looked at; a later success ends the alert all the same.
    failedSinceSuccess: `${failed} > ${succeeded} or ${failed} unless ${succeeded}`,
    // Absent while the task is suspended.
    nextSchedule: `max by (namespace) (kube_cronjob_next_schedule_time{${cronJob}})`,
    longest: `max by (namespace) (time() - kube_job_status_start_time{${within}} and on (namespace, job_name) kube_job_status_active{${within}} > 0 and ${own})`,
  };
}
