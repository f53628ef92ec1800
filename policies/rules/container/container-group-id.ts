import { security } from "../../frameworks.ts";
import { isHighId } from "../../kubernetes/ids.ts";
import { isWindows } from "../../kubernetes/security-context.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { and, or } from "../../values/truth.ts";

const MESSAGE = "should be 10000 or above, here or for the pod: lower numbers are people and daemons on the node";

/** A container's own group wins over the pod's, both ways. */
export const rule: PodRule = {
  name: "container-group-id",
  description: "Every container should run as a group that means nobody on the node.",
  level: advisory,
  severity: "low",
  framework: security,
  remediation: "Set securityContext.runAsGroup to 10000 or above on the pod.",
  url: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
  checkPod(pod, require) {
    const ofPod = pod.spec.at("securityContext", "runAsGroup");
    for (const { spec } of pod.containers) {
      const own = spec.at("securityContext", "runAsGroup");
      require(or(isWindows(pod), own.test(isHighId), and(own.absent, ofPod.test(isHighId))), own, MESSAGE);
    }
  },
};
