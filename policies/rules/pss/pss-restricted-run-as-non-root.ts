import { pssRestricted } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { and, not, or } from "../../values/truth.ts";

const POD_MESSAGE = "must not be false: root in a container that is broken out of is root on the node; set it to true";
const CONTAINER_MESSAGE =
  "must be true here, or unset here and true for the pod: root in a container that is broken out of is root on the node";

/**
 * Pod Security Standards, restricted, as of 1.35: nothing runs as root. A container's own setting wins over the pod's, a
 * pod that says false is refused whatever its containers say, and a user namespace (`hostUsers: false`, KEP-127) frees all.
 *
 * @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_runAsNonRoot.go
 */
export const rule: PodRule = {
  name: "pss-restricted-run-as-non-root",
  description: "Every container must run as a user other than root, unless its pod has a user namespace of its own.",
  level: mandatory,
  severity: "high",
  framework: pssRestricted,
  remediation:
    "Set securityContext.runAsNonRoot: true on the pod or on every container, and give the image a numeric user.",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
  checkPod({ spec, containers }, require) {
    const userNamespace = spec.at("hostUsers").is(false);
    const ofPod = spec.at("securityContext", "runAsNonRoot");
    require(or(userNamespace, not(ofPod.is(false))), ofPod, POD_MESSAGE);
    for (const { spec: container } of containers) {
      const own = container.at("securityContext", "runAsNonRoot");
      require(or(userNamespace, own.is(true), and(own.absent, ofPod.is(true))), own, CONTAINER_MESSAGE);
    }
  },
};
