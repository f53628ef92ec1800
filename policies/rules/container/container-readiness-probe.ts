import { reliability } from "../../frameworks.ts";
import { isSet } from "../../kubernetes/lifetime.ts";
import { serversOf } from "../../kubernetes/traffic.ts";
import { mandatory } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import { not, or } from "../../values/truth.ts";

const MESSAGE = "must be set, or requests reach the container before it serves and while it cannot";

/** Only what a Service sends requests to: nobody asks a worker or a job whether it is ready. */
export const rule: StackRule = {
  name: "container-readiness-probe",
  description: "Every container that a Service sends requests to must have a readiness probe.",
  level: mandatory,
  severity: "medium",
  framework: reliability,
  remediation: "Add readinessProbe, on an endpoint that answers while the container can serve.",
  url: "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
  checkStack(stack, about) {
    for (const pod of stack.pods) {
      for (const { container, serves } of serversOf(stack, pod)) {
        const probe = container.spec.at("readinessProbe");
        about(pod.object.resource)(or(not(serves), isSet(probe)), probe, MESSAGE);
      }
    }
  },
};
