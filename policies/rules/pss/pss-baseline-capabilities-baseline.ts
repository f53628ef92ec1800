import { pssBaseline } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

/** What container runtimes grant anyway: adding one of these only undoes a drop. */
const ALLOWED = [
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
];

/** @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_capabilities_baseline.go */
export const rule: PodRule = {
  name: "pss-baseline-capabilities-baseline",
  description: "No container may have capabilities beyond those that a container runtime grants by default.",
  level: mandatory,
  severity: "critical",
  framework: pssBaseline,
  remediation:
    "Remove it from securityContext.capabilities.add; what really needs it belongs in a node agent with a waiver.",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
  checkPod({ containers }, require) {
    for (const { spec } of containers) {
      for (const capability of spec.at("securityContext", "capabilities", "add").items()) {
        const message = `must be one of ${ALLOWED.join(", ")}: others reach past the container, to the node`;
        require(capability.isOneOf(ALLOWED), capability, message);
      }
    }
  },
};
