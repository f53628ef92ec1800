import { pssBaseline } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/**
 * Since 1.35 a pod with a user namespace of its own (`hostUsers: false`, KEP-127) may see all of /proc: nested containers
 * need it, and the node's root is out of their reach.
 *
 * @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_procMount_baseline.go
 */
export const rule: PodRule = {
  name: "pss-baseline-proc-mount",
  description: "No container may unmask /proc, unless its pod has a user namespace of its own.",
  level: mandatory,
  severity: "high",
  framework: pssBaseline,
  remediation: "Remove securityContext.procMount, or set hostUsers: false on the pod.",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
  checkPod({ spec: pod, containers }, require) {
    const userNamespace = pod.at("hostUsers").is(false);
    for (const { spec } of containers) {
      const procMount = spec.at("securityContext", "procMount");
      const message = "must be Default or unset, or the container reads and writes the kernel's settings in /proc";
      require(or(userNamespace, procMount.isOneOf([undefined, "Default"])), procMount, message);
    }
  },
};
