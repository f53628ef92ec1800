import { trivy } from "../../frameworks.ts";
import { sameNamespace } from "../../kubernetes/namespace.ts";
import type { KubernetesObject } from "../../kubernetes/objects.ts";
import type { Pod } from "../../kubernetes/pods.ts";
import { selects } from "../../kubernetes/selector.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import { and, some, type Truth } from "../../values/truth.ts";

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
    const policies = stack.objectsOf("NetworkPolicy.networking.k8s.io");
    for (const pod of stack.pods.filter(({ object }) => !object.isPatch)) {
      const isSelected = some(policies, (policy) => selectsPod(policy, pod));
      const require = about(pod.object.resource);
      require(isSelected, pod.metadata.at(
        "labels",
      ), "must be selected by a NetworkPolicy, or everybody may reach the pod; declare one");
    }
  },
};

function selectsPod(policy: KubernetesObject, { object, metadata }: Pod): Truth {
  return and(sameNamespace(policy, object), selects(policy.fields.at("spec", "podSelector"), metadata.at("labels")));
}
