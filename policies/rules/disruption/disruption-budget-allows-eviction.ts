import { reliability } from "../../frameworks.ts";
import type { KubernetesObject } from "../../kubernetes/objects.ts";
import { isScaled, REPLICATED, scalersOf } from "../../kubernetes/scaling.ts";
import { selectionOf } from "../../kubernetes/selection.ts";
import { mandatory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import type { Stack } from "../../stack.ts";
import { not, or } from "../../values/truth.ts";

/** Shares of pods are rounded up, both ways, and a workload that does not say has one pod. */
export const rule: StackRule = {
  name: "disruption-budget-allows-eviction",
  description: "A disruption budget must let one pod go.",
  level: mandatory,
  severity: "medium",
  framework: reliability,
  remediation: "Set maxUnavailable: 1 instead of minAvailable, which has to be kept below the number of pods.",
  url: "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
  checkStack(stack, about) {
    for (const budget of stack.objectsOf("PodDisruptionBudget.policy")) {
      const require = about(budget.resource);
      const spec = budget.fields.at("spec");
      const [most, least] = [spec.at("maxUnavailable"), spec.at("minAvailable")];
      require(not(most.isOneOf([0, "0", "0%"])), most, "must not be 0: no node with such a pod can ever be drained");
      require(not(least.is("100%")), least, "must be below 100%: no node with such a pod can ever be drained");
      if (least.absent === true || least.is("100%") === true) continue;
      for (const { pod, selects } of selectionOf(stack, "PodDisruptionBudget.policy").of(budget)) {
        if (!REPLICATED.includes(pod.object.kind)) continue;
        const count = podsOf(stack, pod.object);
        const leaves =
          count === undefined ? "unknown" : least.test((value) => count === 0 || needed(value, count) < count);
        require(or(
          not(selects),
          leaves,
        ), least, "must be below the number of pods: no node with such a pod can ever be drained");
      }
    }
  },
};

/** How many pods a workload may be down to, if that is known. */
function podsOf(stack: Stack, workload: KubernetesObject): number | undefined {
  const scaled = isScaled(stack, workload);
  if (scaled === "unknown") return undefined;
  const fields = scaled
    ? scalersOf(stack, workload).map(({ fields }) => fields.at("spec", "minReplicas"))
    : [workload.fields.at("spec", "replicas")];
  return fields.some(({ unknown }) => unknown) ? undefined : Math.min(...fields.map(({ number }) => number ?? 1));
}

function needed(minAvailable: unknown, pods: number): number {
  if (typeof minAvailable === "number") return minAvailable;
  const share = typeof minAvailable === "string" ? /^(\d+)(%?)$/.exec(minAvailable) : undefined;
  if (!share) return 0;
  return share[2] ? Math.ceil((pods * Number(share[1])) / 100) : Number(share[1]);
}
