import { reliability } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

export const rule: ObjectRule = {
  name: "disruption-budget-unhealthy-eviction",
  description: "A disruption budget should not protect pods that do not work anyway.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Set unhealthyPodEvictionPolicy: AlwaysAllow.",
  url: "https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy",
  kinds: ["PodDisruptionBudget.policy"],
  checkObject({ fields, isPatch }, require) {
    const policy = fields.at("spec", "unhealthyPodEvictionPolicy");
    if (isPatch && policy.absent === true) return;
    require(policy.is(
      "AlwaysAllow",
    ), policy, "should be AlwaysAllow: pods that crash would keep a node from being drained");
  },
};
