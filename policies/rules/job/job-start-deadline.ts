import { reliability } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

export const rule: ObjectRule = {
  name: "job-start-deadline",
  description: "A CronJob should say until when a late run is still worth starting.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Set startingDeadlineSeconds, above 10.",
  url: "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline",
  kinds: ["CronJob.batch"],
  checkObject({ fields, isPatch }, require) {
    const deadline = fields.at("spec", "startingDeadlineSeconds");
    if (isPatch && deadline.absent === true) return;
    // The controller looks every ten seconds: what must start sooner may never start.
    const enough = deadline.test((value) => Number.isInteger(value) && (value as number) >= 10);
    require(enough, deadline, "should be 10 or more: without it, 100 missed starts stop the schedule for good");
  },
};
