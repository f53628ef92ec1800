import { pssRestricted } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

/**
 * New in 1.35: what baseline allows to pods with a user namespace, restricted still refuses.
 *
 * @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_procMount_restricted.go
 */
export const rule: PodRule = {
  name: "pss-restricted-proc-mount-restricted",
  description: "No container may unmask /proc, user namespace or not.",
  level: mandatory,
  severity: "medium",
  framework: pssRestricted,
  remediation: "Remove securityContext.procMount.",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
  checkPod({ containers }, require) {
    for (const { spec } of containers) {
      const procMount = spec.at("securityContext", "procMount");
      const message = "must be Default or unset, or the container sees all of /proc; only nested containers need that";
      require(procMount.isOneOf([undefined, "Default"]), procMount, message);
    }
  },
};
