import { pssBaseline } from "../../frameworks.ts";
import { securityContextsOf } from "../../kubernetes/security-context.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

/** @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_windowsHostProcess.go */
export const rule: PodRule = {
  name: "pss-baseline-windows-host-process",
  description: "No container may run as a process of its Windows node.",
  level: mandatory,
  severity: "critical",
  framework: pssBaseline,
  remediation: "Remove securityContext.windowsOptions.hostProcess.",
  url: "https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/",
  checkPod(pod, require) {
    for (const context of securityContextsOf(pod)) {
      const hostProcess = context.at("windowsOptions", "hostProcess");
      const message = "must be false or unset, or the container is a process of the node with all its rights";
      require(hostProcess.isOneOf([undefined, false]), hostProcess, message);
    }
  },
};
