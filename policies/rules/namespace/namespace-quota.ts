import { reliability } from "../../frameworks.ts";
import { isNamespace, namespaceOf } from "../../kubernetes/namespace.ts";
import { advisory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import { some } from "../../values/truth.ts";

const NEEDED = {
  ResourceQuota: "should have a ResourceQuota, or one tenant may fill the cluster",
  LimitRange: "should have a LimitRange, or a container without limits is refused by the quota or takes what it likes",
} as const;

export const rule: StackRule = {
  name: "namespace-quota",
  description: "Every namespace should be limited in what its pods may take.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Declare a ResourceQuota and a LimitRange in the namespace.",
  url: "https://kubernetes.io/docs/concepts/policy/resource-quotas/",
  checkStack(stack, about) {
    for (const [kind, why] of Object.entries(NEEDED)) {
      const limits = Map.groupBy(stack.objectsOf(kind), (limit) => namespaceOf(limit).text);
      for (const namespace of stack.objectsOf("Namespace")) {
        if (namespace.isPatch) continue;
        const name = namespace.fields.at("metadata", "name");
        const near =
          name.absent === false
            ? [...(limits.get(name.text) ?? []), ...(limits.get(undefined) ?? [])]
            : stack.objectsOf(kind);
        // A namespace without a name gets one from Pulumi, which only the update knows.
        const limited = some(near, (limit) =>
          name.absent === false ? isNamespace(namespaceOf(limit), name) : "unknown",
        );
        about(namespace.resource)(limited, name, why);
      }
    }
  },
};
