import type { Input } from "@pulumi/pulumi";
import type { ConfigurationArgs } from "../configuration/index.ts";
import type { NetworkArgs } from "../network/index.ts";
import type { ResourceArgs } from "../workload/resources.ts";
import type { VolumeArgs } from "../workload/volumes.ts";
import type { LeaseArgs } from "./lease.ts";

/** Arguments of {@link ScheduledTask}. */
export interface ScheduledTaskArgs extends ResourceArgs, ConfigurationArgs {
  /**
   * Kubernetes name of the task and of all its objects, at most 40 characters. Plain, because children are named by it.
   * @default - the name of the component
   */
  name?: string;
  /** Namespace that the task runs in; it must exist. */
  namespace: Input<string>;
  /** Image of the task, best `repository@digest`. */
  image: Input<string>;
  /**
   * When it runs: minute, hour, day, month, weekday, such as `0 2 * * *`, or `@daily` and its like. Plain, because the
   * deadlines are checked against it.
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
   */
  schedule: string;
  /**
   * IANA time zone of the schedule. In a zone with summer time a run between two and three may come twice a year, or not.
   * @default "Etc/UTC"
   */
  timeZone?: string;
  /**
   * Seconds that a run may start late, for instance after the control plane was away; later it is dropped. Above 10, for
   * the controller looks every 10 s, and shorter than the time between two runs.
   * @default - half the time between two runs, at most 600
   */
  startingDeadlineSeconds?: number;
  /**
   * Seconds after which a run, with all its attempts, is ended.
   * @default - the time between two runs, at most 3600
   */
  activeDeadlineSeconds?: number;
  /**
   * How often a failed run is tried again. Evictions do not count; exit code 78 (wrong configuration) ends the attempts.
   * @default 2
   */
  backoffLimit?: number;
  /**
   * Seconds that a finished run can be looked at.
   * @default 86400
   */
  ttlSecondsAfterFinished?: number;
  /**
   * Successful runs that are kept, as long as their time lasts.
   * @default 3
   */
  successfulJobsHistoryLimit?: number;
  /**
   * Failed runs that are kept, as long as their time lasts.
   * @default 3
   */
  failedJobsHistoryLimit?: number;
  /**
   * No run is started.
   * @default false
   */
  suspend?: boolean;
  /**
   * What runs instead of the image's entry point.
   * @default - the image's
   */
  command?: Input<string>[];
  /**
   * Arguments.
   * @default - the image's
   */
  args?: Input<string>[];
  /**
   * Environment variables of the process. Not for secrets: they stand in the manifest.
   * @default - none beside those of the Go runtime and OpenTelemetry
   */
  env?: Record<string, Input<string>>;
  /**
   * Folders of the pods: configMap, secret and emptyDir. A task has no claims.
   * @default - none: the root file system can only be read
   */
  volumes?: VolumeArgs[];
  /**
   * A Lease by which each slot of the schedule is executed once, and the right to use it. Plain, because it decides
   * whether the pods get a token of the API server.
   * @default - none
   */
  lease?: LeaseArgs;
  /**
   * Who its pods may talk to. Plain, for it decides whether there is a policy.
   * @default - no policy of its own
   */
  network?: NetworkArgs;
}
