import { reliability } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

export const rule: ObjectRule = {
  name: "job-concurrency",
  description: "The runs of a CronJob should not overlap.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Set concurrencyPolicy: Forbid, or Replace where only the last run counts.",
  url: "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#concurrency-policy",
  kinds: ["CronJob.batch"],
  checkObject({ fields, isPatch }, require) {
    const policy = fields.at("spec", "concurrencyPolicy");
    if (isPatch && policy.absent === true) return;
    require(policy.isOneOf([
      "Forbid",
      "Replace",
    ]), policy, "should be Forbid or Replace: runs that get slow would pile up");
  },
};
