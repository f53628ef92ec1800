import { reliability } from "../../frameworks.ts";
import { isScaled, isSeveral, REPLICATED } from "../../kubernetes/scaling.ts";
import { sameNamespace } from "../../kubernetes/namespace.ts";
import type { KubernetesObject } from "../../kubernetes/objects.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import type { Stack } from "../../stack.ts";
import { and, or, some, type Truth } from "../../values/truth.ts";

const MESSAGE = "must be 2 or more, or be left to an autoscaler: with one pod every node drain is an outage";

/** A Rollout that refers to a Deployment takes its pods over, and scales it to none. */
export const rule: StackRule = {
  name: "workload-replicas",
  description: "Every workload must have two pods or more, or an autoscaler.",
  level: mandatoryInProd,
  severity: "medium",
  framework: reliability,
  remediation: "Set replicas to 2 or more, or leave it out and add an autoscaler.",
  url: "https://kubernetes.io/docs/concepts/workloads/pods/disruptions/",
  checkStack(stack, about) {
    for (const workload of stack.objectsOf(...REPLICATED)) {
      const replicas = workload.fields.at("spec", "replicas");
      if (workload.isPatch && replicas.absent === true) continue;
      const enough = or(replicas.test(isSeveral), isScaled(stack, workload), isTakenOver(stack, workload));
      about(workload.resource)(enough, replicas, MESSAGE);
    }
  },
};

function isTakenOver(stack: Stack, workload: KubernetesObject): Truth {
  const name = workload.fields.at("metadata", "name");
  return some(stack.objectsOf("Rollout.argoproj.io"), (rollout) => {
    const reference = rollout.fields.at("spec", "workloadRef");
    const same = name.unknown
      ? "unknown"
      : reference.at("name").test((value) => value !== undefined && value === name.text);
    return and(same, sameNamespace(rollout, workload));
  });
}
