import { reliability } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

const SPECS = { "Job.batch": ["spec"], "CronJob.batch": ["spec", "jobTemplate", "spec"] };

export const rule: ObjectRule = {
  name: "job-retries",
  description: "A job should say how often it may fail.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Set backoffLimit: 0 for what must not run twice.",
  url: "https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-backoff-failure-policy",
  kinds: Object.keys(SPECS),
  checkObject({ kind, fields, isPatch }, require) {
    const limit = fields.at(...SPECS[kind as keyof typeof SPECS], "backoffLimit");
    if (isPatch && limit.absent === true) return;
    const isSet = limit.test((value) => Number.isInteger(value) && (value as number) >= 0);
    require(isSet, limit, "should be set: by default what fails is run six times more");
  },
};
