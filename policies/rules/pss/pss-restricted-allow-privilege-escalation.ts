import { pssRestricted } from "../../frameworks.ts";
import { isWindows } from "../../kubernetes/security-context.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

const MESSAGE = "must be false, or a set-uid binary makes the process root in the container";

/**
 * The field is the container's alone: a pod has none. Windows knows no such thing and refuses the field.
 *
 * @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_allowPrivilegeEscalation.go
 */
export const rule: PodRule = {
  name: "pss-restricted-allow-privilege-escalation",
  description: "No container may gain more privileges than the process that started it.",
  level: mandatory,
  severity: "high",
  framework: pssRestricted,
  remediation: "Set securityContext.allowPrivilegeEscalation: false on every container.",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
  fix: { at: "allowPrivilegeEscalation", value: false },
  checkPod(pod, require) {
    for (const { spec } of pod.containers) {
      const allowed = spec.at("securityContext", "allowPrivilegeEscalation");
      require(or(isWindows(pod), allowed.is(false)), allowed, MESSAGE);
    }
  },
};
