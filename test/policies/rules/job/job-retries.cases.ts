import { rule } from "../../../../policies/rules/job/job-retries.ts";
import { object, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const job = (backoffLimit: unknown) => object("Job.batch", { spec: { backoffLimit } });
const cronJob = (backoffLimit: unknown) =>
  object("CronJob.batch", { spec: { jobTemplate: { spec: { backoffLimit } } } });
const both = (it: string, limit: unknown, found: boolean) => [
  { it: `Job: ${it}`, given: job(limit), finds: found ? ["spec.backoffLimit"] : [] },
  { it: `CronJob: ${it}`, given: cronJob(limit), finds: found ? ["spec.jobTemplate.spec.backoffLimit"] : [] },
];

export const cases: RuleCases = {
  rule,
  compliant: [0, 3].flatMap((limit) => both(String(limit), limit, false)),
  violating: [undefined, null].flatMap((limit) => both(String(limit), limit, true)),
  unknown: both("the limit", UNKNOWN, true),
  malformed: ["3", -1, 0.5].flatMap((limit) => both(String(limit), limit, true)),
};
