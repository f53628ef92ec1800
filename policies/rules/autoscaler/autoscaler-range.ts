import { reliability } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

export const rule: ObjectRule = {
  name: "autoscaler-range",
  description: "An autoscaler should keep two pods and have room to add some.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Set minReplicas to 2 or more, and maxReplicas above it.",
  url: "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/",
  kinds: ["HorizontalPodAutoscaler.autoscaling"],
  checkObject({ fields, isPatch }, require) {
    const [least, most] = [fields.at("spec", "minReplicas"), fields.at("spec", "maxReplicas")];
    if (isPatch && least.absent === true) return;
    require(least.test(
      (value) => Number.isInteger(value) && (value as number) >= 2,
    ), least, "should be 2 or more: with one pod every node drain is an outage");
    const above = least.unknown
      ? "unknown"
      : most.test((value) => typeof value === "number" && value > (least.number ?? 1));
    require(above, most, "should be above minReplicas, or nothing is scaled");
  },
};
