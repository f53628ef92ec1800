import { reliability } from "../../frameworks.ts";
import { isScaled, REPLICATED } from "../../kubernetes/scaling.ts";
import { mandatory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import { not, or } from "../../values/truth.ts";

export const rule: StackRule = {
  name: "autoscaler-owns-replicas",
  description: "A workload that is autoscaled must not say how many pods it has.",
  level: mandatory,
  severity: "medium",
  framework: reliability,
  remediation: "Leave replicas out; the autoscaler's minReplicas is where it starts.",
  url: "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling",
  checkStack(stack, about) {
    for (const workload of stack.objectsOf(...REPLICATED)) {
      const scaled = isScaled(stack, workload);
      if (scaled === false) continue;
      const replicas = workload.fields.at("spec", "replicas");
      about(workload.resource)(
        or(not(scaled), replicas.absent),
        replicas,
        "must be unset: each update would undo what the autoscaler did",
      );
    }
  },
};
