import { reliability } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

const LABELS = ["app.kubernetes.io/name", "app.kubernetes.io/managed-by"];

export const rule: ObjectRule = {
  name: "workload-labels",
  description: "Workloads and Services should carry the recommended labels.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: `Set the labels ${LABELS.join(" and ")}.`,
  url: "https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/",
  kinds: [
    ...["Deployment.apps", "StatefulSet.apps", "DaemonSet.apps", "Rollout.argoproj.io"],
    ...["Job.batch", "CronJob.batch", "Service"],
  ],
  checkObject(object, require) {
    if (object.isPatch) return;
    for (const name of LABELS) {
      const label = object.fields.at("metadata", "labels", name);
      require(label.test(
        (value) => typeof value === "string" && value !== "",
      ), label, "should be set, so that people and tools find what belongs together");
    }
  },
};
