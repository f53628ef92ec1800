import { reliability } from "../../frameworks.ts";
import { podsOf } from "../../kubernetes/pods.ts";
import { advisory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

export const rule: ObjectRule = {
  name: "job-restart-policy",
  description: "The pods of a job must be allowed to end.",
  level: advisory,
  severity: "medium",
  framework: reliability,
  remediation: "Set restartPolicy: Never, or OnFailure to try again in the same pod.",
  url: "https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template",
  kinds: ["Job.batch", "CronJob.batch"],
  checkObject(object, require) {
    for (const { spec } of podsOf(object)) {
      const policy = spec.at("restartPolicy");
      if (object.isPatch && policy.absent === true) continue;
      require(policy.isOneOf([
        "Never",
        "OnFailure",
      ]), policy, "must be Never or OnFailure: the API server refuses anything else");
    }
  },
};
