import { pssBaseline } from "../../frameworks.ts";
import { securityContextsOf } from "../../kubernetes/security-context.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

const MESSAGE = "must be RuntimeDefault or Localhost: Unconfined opens every system call of the node's kernel";

/** @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_seccompProfile_baseline.go */
export const rule: PodRule = {
  name: "pss-baseline-seccomp-profile-baseline",
  description: "No container may switch off its seccomp profile.",
  level: mandatory,
  severity: "high",
  framework: pssBaseline,
  remediation: "Set seccompProfile.type: RuntimeDefault.",
  url: "https://kubernetes.io/docs/tutorials/security/seccomp/",
  checkPod(pod, require) {
    for (const context of securityContextsOf(pod)) {
      const profile = context.at("seccompProfile");
      const type = profile.at("type");
      require(or(profile.absent, type.isOneOf(["RuntimeDefault", "Localhost"])), type, MESSAGE);
    }
  },
};
