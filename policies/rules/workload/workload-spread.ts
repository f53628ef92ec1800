import { reliability } from "../../frameworks.ts";
import { podsOf } from "../../kubernetes/pods.ts";
import type { Pod } from "../../kubernetes/pods.ts";
import { isReplicated, REPLICATED } from "../../kubernetes/scaling.ts";
import { selects } from "../../kubernetes/selector.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { and, not, or, some, type Truth } from "../../values/truth.ts";

const MESSAGE = "must spread these pods, by their own labels (or podAntiAffinity must): all on one node die with it";

/** A constraint without a selector counts no pods, and so spreads none. */
export const rule: StackRule = {
  name: "workload-spread",
  description: "Workloads of several pods must keep them on different nodes or zones.",
  level: mandatoryInProd,
  severity: "medium",
  framework: reliability,
  remediation: "Add topologySpreadConstraints over kubernetes.io/hostname that select the pods' own labels.",
  url: "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
  checkStack(stack, about) {
    for (const workload of stack.objectsOf(...REPLICATED)) {
      const several = isReplicated(stack, workload);
      if (several === false) continue;
      for (const pod of podsOf(workload)) {
        const constraints = pod.spec.at("topologySpreadConstraints");
        about(workload.resource)(or(not(several), isSpread(pod)), constraints, MESSAGE);
      }
    }
  },
};

function isSpread({ spec, metadata }: Pod): Truth {
  const labels = metadata.at("labels");
  const keepsApart = (term: Field): Truth =>
    and(not(term.at("topologyKey").absent), selects(term.at("labelSelector"), labels));
  const affinity = spec.at("affinity", "podAntiAffinity");
  return or(
    some(spec.at("topologySpreadConstraints").items(), keepsApart),
    some(affinity.at("requiredDuringSchedulingIgnoredDuringExecution").items(), keepsApart),
    some(affinity.at("preferredDuringSchedulingIgnoredDuringExecution").items(), (preferred) =>
      keepsApart(preferred.at("podAffinityTerm")),
    ),
  );
}
