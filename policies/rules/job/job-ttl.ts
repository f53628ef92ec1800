import { reliability } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** Pulumi makes such a Job anew when it has not succeeded; one that the cluster took away would be run again. */
const KEPT = "pulumi.com/replaceUnready";

/** A CronJob clears up after itself. */
export const rule: ObjectRule = {
  name: "job-ttl",
  description: "A Job should go away some time after it has finished.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Set ttlSecondsAfterFinished.",
  url: "https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/",
  kinds: ["Job.batch"],
  checkObject({ fields, isPatch }, require) {
    const ttl = fields.at("spec", "ttlSecondsAfterFinished");
    if (isPatch && ttl.absent === true) return;
    const isSet = ttl.test((value) => Number.isInteger(value) && (value as number) >= 0);
    const isKept = fields.at("metadata", "annotations", KEPT).is("true");
    require(or(isSet, isKept), ttl, "should be set, or finished Jobs and their pods stay for ever");
  },
};
