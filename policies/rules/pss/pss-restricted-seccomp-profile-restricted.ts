import { pssRestricted } from "../../frameworks.ts";
import { isWindows } from "../../kubernetes/security-context.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { and, or, type Truth } from "../../values/truth.ts";

/**
 * A container's own profile wins over the pod's, a pod's bad one is refused whatever its containers say, and Windows has no
 * seccomp.
 *
 * @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_seccompProfile_restricted.go
 */
export const rule: PodRule = {
  name: "pss-restricted-seccomp-profile-restricted",
  description: "Every container must have a seccomp profile, its own or the pod's.",
  level: mandatory,
  severity: "medium",
  framework: pssRestricted,
  remediation: "Set securityContext.seccompProfile.type: RuntimeDefault on the pod.",
  url: "https://kubernetes.io/docs/tutorials/security/seccomp/",
  fix: { at: "type", value: "RuntimeDefault" },
  checkPod(pod, require) {
    const windows = isWindows(pod);
    const ofPod = pod.spec.at("securityContext", "seccompProfile");
    const podIsConfined = confines(ofPod);
    require(or(windows, ofPod.absent, podIsConfined), ofPod.at(
      "type",
    ), "must be RuntimeDefault or Localhost: a pod must not be unconfined, even if its containers are not");
    for (const { spec } of pod.containers) {
      const own = spec.at("securityContext", "seccompProfile");
      require(or(windows, confines(own), and(own.absent, podIsConfined)), own.at(
        "type",
      ), "must be RuntimeDefault or Localhost here, or unset here and so for the pod: seccomp keeps rare system calls from the kernel");
    }
  },
};

function confines(profile: Field): Truth {
  const type = profile.at("type");
  return type.isOneOf(["RuntimeDefault", "Localhost"]);
}
