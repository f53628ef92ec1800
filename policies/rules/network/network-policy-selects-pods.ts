import { trivy } from "../../frameworks.ts";
import { selectionOf } from "../../kubernetes/selection.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import { some } from "../../values/truth.ts";

/** A pod that no policy selects takes traffic from everybody, and may call everything. */
export const rule: StackRule = {
  name: "network-policy-selects-pods",
  description: "Every pod must be selected by a NetworkPolicy.",
  level: mandatoryInProd,
  severity: "high",
  framework: trivy("KSV-0038"),
  remediation: "Declare a NetworkPolicy in the pod's namespace whose podSelector matches its labels.",
  url: "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
  checkStack(stack, about) {
    const policies = selectionOf(stack, "NetworkPolicy.networking.k8s.io");
    for (const pod of stack.pods.filter(({ object }) => !object.isPatch)) {
      const isSelected = some(policies.by(pod), (policy) => policy.selects);
      const message = "must be selected by a NetworkPolicy, or everybody may reach the pod; declare one";
      about(pod.object.resource)(isSelected, pod.metadata.at("labels"), message);
    }
  },
};
