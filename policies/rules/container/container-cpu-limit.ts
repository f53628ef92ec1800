import { reliability } from "../../frameworks.ts";
import { isPositiveQuantity } from "../../kubernetes/quantity.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** Advice, for it is contested: a limit throttles also where the node has room (kube-linter#459, #694). Pack config disables it. */
export const rule: PodRule = {
  name: "container-cpu-limit",
  description: "Every container should have a CPU limit.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Set resources.limits.cpu, or disable this rule where latency matters more than what others get.",
  url: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
  checkPod({ spec: pod, containers }, require) {
    for (const { role, spec } of containers) {
      if (role === "ephemeral") continue;
      const own = spec.at("resources", "limits", "cpu");
      const limited = or(own.test(isPositiveQuantity), pod.at("resources", "limits", "cpu").test(isPositiveQuantity));
      require(limited, own, "should be set, or one busy container slows down all others of its node");
    }
  },
};
