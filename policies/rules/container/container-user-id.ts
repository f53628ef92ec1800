import { security } from "../../frameworks.ts";
import { isHighId } from "../../kubernetes/ids.ts";
import { isWindows } from "../../kubernetes/security-context.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { and, or } from "../../values/truth.ts";

const MESSAGE = "should be 10000 or above, here or for the pod: lower numbers are people and daemons on the node";

/** A container's own user wins over the pod's, both ways. */
export const rule: PodRule = {
  name: "container-user-id",
  description: "Every container should run as a user that means nobody on the node.",
  level: advisory,
  severity: "low",
  framework: security,
  remediation: "Set securityContext.runAsUser to 10000 or above on the pod.",
  url: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
  checkPod(pod, require) {
    const ofPod = pod.spec.at("securityContext", "runAsUser");
    for (const { spec } of pod.containers) {
      const own = spec.at("securityContext", "runAsUser");
      require(or(isWindows(pod), own.test(isHighId), and(own.absent, ofPod.test(isHighId))), own, MESSAGE);
    }
  },
};
