import { reliability } from "../../frameworks.ts";
import { podsOf } from "../../kubernetes/pods.ts";
import { selects } from "../../kubernetes/selector.ts";
import { mandatory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** Jobs get theirs from Kubernetes. */
export const rule: ObjectRule = {
  name: "workload-selector",
  description: "A workload must select the pods that it makes.",
  level: mandatory,
  severity: "medium",
  framework: reliability,
  remediation: "Repeat the labels of spec.selector in spec.template.metadata.labels.",
  url: "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector",
  kinds: ["Deployment.apps", "ReplicaSet.apps", "DaemonSet.apps", "StatefulSet.apps", "Rollout.argoproj.io"],
  checkObject(object, require) {
    const selector = object.fields.at("spec", "selector");
    // A patch changes what is there already; who leaves the selector alone keeps it.
    if (object.isPatch && selector.absent === true) return;
    for (const pod of podsOf(object)) {
      const labels = pod.metadata.at("labels");
      const untouched = object.isPatch && labels.absent;
      require(or(
        untouched,
        selects(selector, labels),
      ), selector, "must select the template's labels: the API server refuses it otherwise");
    }
  },
};
