import { reliability } from "../../frameworks.ts";
import { podsOf } from "../../kubernetes/pods.ts";
import { isReplicated, REPLICATED } from "../../kubernetes/scaling.ts";
import { selectionOf } from "../../kubernetes/selection.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import { not, or } from "../../values/truth.ts";

const MESSAGE = "must be selected by a PodDisruptionBudget, or draining nodes may take all pods at once";

export const rule: StackRule = {
  name: "workload-disruption-budget",
  description: "Workloads of several pods must have a disruption budget.",
  level: mandatoryInProd,
  severity: "medium",
  framework: reliability,
  remediation: "Add a PodDisruptionBudget with maxUnavailable: 1 in the same namespace that selects the pods' labels.",
  url: "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
  checkStack(stack, about) {
    for (const workload of stack.objectsOf(...REPLICATED)) {
      const several = isReplicated(stack, workload);
      if (several === false) continue;
      for (const pod of podsOf(workload)) {
        const selected = or(
          ...selectionOf(stack, "PodDisruptionBudget.policy")
            .by(pod)
            .map(({ selects }) => selects),
        );
        about(workload.resource)(or(not(several), selected), pod.metadata.at("labels"), MESSAGE);
      }
    }
  },
};
