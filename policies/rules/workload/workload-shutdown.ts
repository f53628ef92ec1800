import { reliability } from "../../frameworks.ts";
import { isSet } from "../../kubernetes/lifetime.ts";
import { serversOf } from "../../kubernetes/traffic.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { not, or, type Truth } from "../../values/truth.ts";

/** How long a pod has from its first signal to its last, unless it says otherwise. */
const DEFAULT_GRACE = 30;

/** Endpoints forget a pod while it is being stopped, not before (KEP-3960 gave the kubelet a sleep of its own). */
export const rule: StackRule = {
  name: "workload-shutdown",
  description: "What serves requests must wait until none comes any more before it stops.",
  level: mandatoryInProd,
  severity: "medium",
  framework: reliability,
  remediation:
    "Set lifecycle.preStop: { sleep: { seconds: 5 } }, and a terminationGracePeriodSeconds that leaves time to finish after it.",
  url: "https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/",
  checkStack(stack, about) {
    for (const pod of stack.pods) {
      const require = about(pod.object.resource);
      const grace = pod.spec.at("terminationGracePeriodSeconds");
      for (const { container, serves } of serversOf(stack, pod)) {
        const preStop = container.spec.at("lifecycle", "preStop");
        require(or(
          not(serves),
          isSet(preStop),
        ), preStop, "must wait a few seconds, or requests arrive that nobody answers");
        const enough = outlasts(grace, preStop.at("sleep", "seconds"));
        require(or(
          not(serves),
          enough,
        ), grace, "must be above preStop's seconds, or requests that are under way are cut off");
      }
    }
  },
};

function outlasts(grace: Field, sleep: Field): Truth {
  if (sleep.unknown) return "unknown";
  const seconds = sleep.number ?? 0;
  return grace.test((value) => (typeof value === "number" ? value : DEFAULT_GRACE) > seconds);
}
