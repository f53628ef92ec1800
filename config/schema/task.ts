import { z } from "zod";
import { build, image } from "./build.ts";
import { words } from "./containers.ts";
import { files } from "./files.ts";
import { label } from "./label.ts";
import { calls, egress } from "./network.ts";
import { resources } from "./resources.ts";
import { serviceSecrets } from "./secrets.ts";
import { variables } from "./variable.ts";

/** A week: nothing that Kubernetes starts on a schedule should need longer. */
const LONGEST = 604_800;

const count = (least: number, example: number, what: string, most = LONGEST) =>
  z
    .int()
    .min(least)
    .max(most)
    .optional()
    .describe(what)
    .meta({ examples: [example] });

export const task = z.strictObject({
  name: label("orders-cleanup").describe("Name of the task; unique among tasks and services."),
  tenant: label("shop").describe("Tenant that the task runs in."),
  build: build.describe("Build the image from source. Exactly one of `build`, `image` and `service`."),
  image,
  service: label("orders")
    .optional()
    .describe("A service whose image the task runs, with `command` or `args` of its own."),
  schedule: z
    .string()
    .regex(/^(@[a-z]+|\S+( \S+){4})$/, "minute, hour, day, month and weekday, such as `0 2 * * *`, or `@daily`")
    .describe("When it runs.")
    .meta({ examples: ["0 2 * * *"] }),
  timeZone: z
    .string()
    .min(1)
    .optional()
    .describe("IANA time zone of the schedule. Default: `Etc/UTC`.")
    .meta({ examples: ["Europe/Berlin"] }),
  startingDeadlineSeconds: count(11, 600, "Seconds that a run may start late. Default: half the period, at most 600."),
  activeDeadlineSeconds: count(1, 3600, "Seconds after which a run is ended. Default: the period, at most 3600."),
  backoffLimit: count(0, 2, "How often a failed run is tried again. Default: 2.", 10),
  ttlSecondsAfterFinished: count(0, 86_400, "Seconds that a finished run can be looked at. Default: 86400."),
  successfulJobsHistoryLimit: count(0, 3, "Successful runs that are kept. Default: 3.", 100),
  failedJobsHistoryLimit: count(0, 3, "Failed runs that are kept. Default: 3.", 100),
  suspend: z
    .boolean()
    .optional()
    .describe("No run is started. Default: false.")
    .meta({ examples: [true] }),
  lease: z
    .strictObject({
      leaseDurationSeconds: count(3, 15, "Seconds that the death of a run goes unnoticed. Default: 15.", 3600),
    })
    .optional()
    .describe("A Lease by which each slot is executed once, for tasks that use services/task. `{}` for the defaults.")
    .meta({ examples: [{ leaseDurationSeconds: 15 }] }),
  profile: z
    .enum(["web", "batch", "cache"])
    .default("batch")
    .describe("Resource profile: requests, limits, Go runtime.")
    .meta({ examples: ["batch"] }),
  resources,
  command: words("What runs instead of the image's entry point.", ["/orders-cleanup"]),
  args: words("Arguments.", ["--verbose"]),
  env: variables.describe("Environment variables, above `slipway:env`. Not for secrets."),
  files: files.describe("Read-only files of /etc/<task>. Not for secrets."),
  secrets: serviceSecrets.describe("Secrets that the task gets, as a service does."),
  calls,
  egress,
});
