import { refuse } from "../refuse.ts";
import { nameProblems } from "../workload/names.ts";
import { effectiveResources, resourceProblems, type Resources } from "../workload/resources.ts";
import { scratch, volumeProblems, type VolumeArgs } from "../workload/volumes.ts";
import type { ScheduledTaskArgs } from "./args.ts";
import { leaseProblems } from "./lease.ts";
import { isTimeZone, shortestPeriod } from "./schedule.ts";

/** {@link ScheduledTaskArgs} that hold, with every default filled in: what the builders work on. */
export interface TaskSpec extends Omit<ScheduledTaskArgs, keyof Effective>, Effective {}

interface Effective {
  name: string;
  timeZone: string;
  /** Seconds between the two runs that are closest to each other. */
  period: number;
  startingDeadlineSeconds: number;
  activeDeadlineSeconds: number;
  backoffLimit: number;
  ttlSecondsAfterFinished: number;
  successfulJobsHistoryLimit: number;
  failedJobsHistoryLimit: number;
  suspend: boolean;
  env: NonNullable<ScheduledTaskArgs["env"]>;
  volumes: VolumeArgs[];
  resources: Resources;
}

const UTC = "Etc/UTC";

/** The controller looks at every CronJob each 10 s: what must start sooner never starts. */
const CONTROLLER_PERIOD = 10;

/**
 * Checks the arguments of a task and fills in what they leave out.
 *
 * @param component name of the component, which the Kubernetes name follows unless it is given
 * @throws RunError with everything that does not hold, each with the values and the way out
 */
export function taskSpec(component: string, args: ScheduledTaskArgs): TaskSpec {
  const { timeZone = UTC, volumes = [], ...others } = args;
  const zone = isTimeZone(timeZone);
  // A schedule in no time zone can still be checked for itself.
  const found = shortestPeriod(args.schedule, zone ? timeZone : UTC);
  const period = found ?? 0;
  const spec: TaskSpec = {
    startingDeadlineSeconds: Math.min(600, Math.floor(period / 2)),
    activeDeadlineSeconds: Math.min(3600, period),
    backoffLimit: 2,
    ttlSecondsAfterFinished: 86_400,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 3,
    suspend: false,
    env: {},
    ...others,
    name: args.name ?? component,
    timeZone,
    period,
    volumes,
    resources: effectiveResources({ profile: "batch", ...args }, scratch(volumes)),
  };
  refuse(`task ${spec.name}`, [
    ...(zone ? [] : [`timeZone (${timeZone}) is no IANA time zone; write it like Europe/Berlin or Etc/UTC.`]),
    ...(found ? deadlineProblems(spec) : [unknownSchedule(args.schedule)]),
    ...countProblems(spec),
    ...nameProblems(spec),
    ...resourceProblems(spec.resources, "resources", args.critical),
    ...volumeProblems(volumes),
    ...volumes
      .filter(({ claim }) => claim)
      .map(
        ({ name }) => `volumes.${name}: a task has no claims; keep what must last in a service or outside the cluster.`,
      ),
    ...leaseProblems(args.lease ?? {}),
  ]);
  return spec;
}

function unknownSchedule(schedule: string): string {
  return `schedule (${schedule}) is none that Kubernetes takes, or never comes; write minute, hour, day, month and weekday, such as 0 2 * * *, or @daily.`;
}

function deadlineProblems({ startingDeadlineSeconds: start, period }: TaskSpec): string[] {
  if (start <= CONTROLLER_PERIOD) {
    return [
      `startingDeadlineSeconds (${start} s) must be above ${CONTROLLER_PERIOD} s, the controller's own period, or no run ever starts; raise it.`,
    ];
  }
  if (start < period) return [];
  return [
    `startingDeadlineSeconds (${start} s) must be shorter than the time between two runs (${period} s), or a late run starts beside the next; lower it.`,
  ];
}

/** Fields that count something, and the least that makes sense. */
const LEAST = {
  startingDeadlineSeconds: 0,
  activeDeadlineSeconds: 1,
  backoffLimit: 0,
  ttlSecondsAfterFinished: 0,
  successfulJobsHistoryLimit: 0,
  failedJobsHistoryLimit: 0,
} as const;

function countProblems(spec: TaskSpec): string[] {
  return (Object.keys(LEAST) as (keyof typeof LEAST)[])
    .filter((field) => !Number.isInteger(spec[field]) || (spec.period > 0 && spec[field] < LEAST[field]))
    .map((field) => `${field} (${spec[field]}) must be a whole number from ${LEAST[field]} on; change it.`);
}
