import { reliability } from "../../frameworks.ts";
import { REPLICATED, scales } from "../../kubernetes/scaling.ts";
import { advisory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import { some } from "../../values/truth.ts";

/** Advice, for the target may be another stack's. */
export const rule: StackRule = {
  name: "autoscaler-target",
  description: "An autoscaler should scale something of its stack.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Name the workload's kind and name in scaleTargetRef, and put the autoscaler in its namespace.",
  url: "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/",
  checkStack(stack, about) {
    const workloads = Map.groupBy(stack.objectsOf(...REPLICATED), ({ fields }) => fields.at("metadata", "name").text);
    for (const scaler of stack.objectsOf("HorizontalPodAutoscaler.autoscaling")) {
      if (scaler.isPatch) continue;
      const target = scaler.fields.at("spec", "scaleTargetRef");
      const name = target.at("name").text;
      const named =
        name === undefined
          ? [...workloads.values()].flat()
          : [...(workloads.get(name) ?? []), ...(workloads.get(undefined) ?? [])];
      const exists =
        name === undefined && target.at("name").unknown
          ? "unknown"
          : some(named, (workload) => scales(scaler, workload));
      about(scaler.resource)(exists, target, "should be a workload of this namespace and stack, or nothing is scaled");
    }
  },
};
