import { pssBaseline } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

/** @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_hostPorts.go */
export const rule: PodRule = {
  name: "pss-baseline-host-ports",
  description: "No container may take a port of its node.",
  level: mandatory,
  severity: "high",
  framework: pssBaseline,
  remediation: "Remove hostPort and reach the pod through a Service.",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
  checkPod({ containers }, require) {
    for (const { spec } of containers) {
      for (const port of spec.at("ports").items()) {
        const hostPort = port.at("hostPort");
        const message =
          "must not be set: it goes around network policies, and only one such pod fits on a node; use a Service";
        require(hostPort.isOneOf([undefined, 0]), hostPort, message);
      }
    }
  },
};
