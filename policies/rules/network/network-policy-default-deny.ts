import { checkov } from "../../frameworks.ts";
import { isNamespace } from "../../kubernetes/namespace.ts";
import { direction, type Direction } from "../../kubernetes/network-policy.ts";
import type { KubernetesObject } from "../../kubernetes/objects.ts";
import { selects } from "../../kubernetes/selector.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import { Field } from "../../values/field.ts";
import { and, every, some, type Truth } from "../../values/truth.ts";

/** What no policy names is then closed, also for the pod that somebody adds tomorrow. */
export const rule: StackRule = {
  name: "network-policy-default-deny",
  description: "Every namespace must deny by default what no NetworkPolicy allows, in both directions.",
  level: mandatoryInProd,
  severity: "high",
  framework: checkov("CKV2_K8S_6"),
  remediation: "Declare a NetworkPolicy with podSelector: {} and policyTypes [Ingress, Egress] in the namespace.",
  url: "https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies",
  checkStack(stack, about) {
    const policies = stack.objectsOf("NetworkPolicy.networking.k8s.io");
    for (const { fields, resource, isPatch } of stack.objectsOf("Namespace")) {
      if (isPatch) continue;
      const name = fields.at("metadata", "name");
      for (const way of ["Ingress", "Egress"] as const) {
        const denies = some(policies, (policy) => and(isIn(policy, name), deniesByDefault(policy, way)));
        about(resource)(
          denies,
          name,
          `must deny ${way.toLowerCase()} by default, or a pod without a policy is open; add a policy for all pods`,
        );
      }
    }
  },
};

/** A namespace that is named by the provider has no name yet. */
function isIn(policy: KubernetesObject, name: Field): Truth {
  return name.absent === true ? "unknown" : isNamespace(policy.fields.at("metadata", "namespace"), name);
}

/** It is for all pods, and allows nothing to all. */
function deniesByDefault({ fields }: KubernetesObject, way: Direction): Truth {
  const spec = fields.at("spec");
  const { isLimited, rules } = direction(spec, way);
  const forAll = selects(spec.at("podSelector"), new Field({}));
  return and(
    isLimited,
    forAll,
    every(rules, ({ allowsAll }) => (allowsAll === "unknown" ? "unknown" : !allowsAll)),
  );
}
