import { security } from "../../frameworks.ts";
import { isWindows } from "../../kubernetes/security-context.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

const MESSAGE = "must be true, or who breaks in may replace the program; mount an emptyDir where it has to write";

/** The field is the container's alone; Windows has no such thing and refuses it. */
export const rule: PodRule = {
  name: "container-read-only-root-filesystem",
  description: "No container may write to its own image's files.",
  level: mandatoryInProd,
  severity: "medium",
  framework: security,
  remediation: "Set securityContext.readOnlyRootFilesystem: true, and mount an emptyDir for temporary files.",
  url: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
  checkPod(pod, require) {
    for (const { spec } of pod.containers) {
      const readOnly = spec.at("securityContext", "readOnlyRootFilesystem");
      require(or(isWindows(pod), readOnly.is(true)), readOnly, MESSAGE);
    }
  },
};
