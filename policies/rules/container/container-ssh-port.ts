import { security } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

export const rule: PodRule = {
  name: "container-ssh-port",
  description: "No container should serve SSH.",
  level: advisory,
  severity: "medium",
  framework: security,
  remediation: "Use `kubectl exec` or `kubectl debug`, which the API server authorises and records.",
  url: "https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/",
  checkPod({ containers }, require) {
    for (const { spec } of containers) {
      for (const port of spec.at("ports").items()) {
        const number = port.at("containerPort");
        require(number.test(
          (value) => value !== 22,
        ), number, "should not be 22: a login of its own is out of the cluster's control");
      }
    }
  },
};
