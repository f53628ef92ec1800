import { pssRestricted } from "../../frameworks.ts";
import { isWindows } from "../../kubernetes/security-context.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_capabilities_restricted.go */
export const rule: PodRule = {
  name: "pss-restricted-capabilities-restricted",
  description: "Every container must drop all capabilities, and may take back NET_BIND_SERVICE only.",
  level: mandatory,
  severity: "high",
  framework: pssRestricted,
  remediation: 'Set securityContext.capabilities to { drop: ["ALL"] }, and listen on a port above 1023.',
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
  fix: { at: "drop", value: ["ALL"] },
  checkPod(pod, require) {
    const windows = isWindows(pod);
    for (const { spec } of pod.containers) {
      const capabilities = spec.at("securityContext", "capabilities");
      const drop = capabilities.at("drop");
      const dropsAll = or(...drop.items().map((dropped) => dropped.is("ALL")));
      require(or(
        windows,
        dropsAll,
      ), drop, 'must be ["ALL"]: what a service does not use helps only who breaks into it');
      for (const added of capabilities.at("add").items()) {
        require(or(windows, added.is("NET_BIND_SERVICE")), added, "must not be added: NET_BIND_SERVICE alone may be");
      }
    }
  },
};
