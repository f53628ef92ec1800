import { pssRestricted } from "../../frameworks.ts";
import { securityContextsOf } from "../../kubernetes/security-context.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/**
 * Root is refused wherever it is said, even for a pod whose every container overrides it. A user namespace of the pod's own
 * (`hostUsers: false`, KEP-127) frees all since 1.35.
 *
 * @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_runAsUser.go
 */
export const rule: PodRule = {
  name: "pss-restricted-run-as-user",
  description:
    "Neither pod nor container may name root (0) as its user, unless the pod has a user namespace of its own.",
  level: mandatory,
  severity: "high",
  framework: pssRestricted,
  remediation: "Set runAsUser to 10000 or above, or leave it out and give the image a numeric user.",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
  checkPod(pod, require) {
    const userNamespace = pod.spec.at("hostUsers").is(false);
    for (const context of securityContextsOf(pod)) {
      const user = context.at("runAsUser");
      const message = "must not be 0: root in a container that is broken out of is root on the node";
      require(or(userNamespace, user.test(isNotRoot)), user, message);
    }
  },
};

function isNotRoot(user: unknown): boolean {
  return user === undefined || (Number.isInteger(user) && user !== 0);
}
