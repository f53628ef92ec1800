import { pssBaseline } from "../../frameworks.ts";
import { securityContextsOf } from "../../kubernetes/security-context.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

const MESSAGE = "must be RuntimeDefault or Localhost, or AppArmor no longer confines the container; leave it out";

/** How profiles were named before 1.30; nodes still obey it. */
const ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";

/** @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_appArmorProfile.go */
export const rule: PodRule = {
  name: "pss-baseline-app-armor-profile",
  description: "No container may escape its runtime's AppArmor profile, by field or by annotation.",
  level: mandatory,
  severity: "high",
  framework: pssBaseline,
  remediation: "Remove appArmorProfile and the AppArmor annotation, or name a profile that is loaded on the nodes.",
  url: "https://kubernetes.io/docs/tutorials/security/apparmor/",
  checkPod(pod, require) {
    for (const context of securityContextsOf(pod)) {
      const profile = context.at("appArmorProfile");
      const type = profile.at("type");
      require(or(profile.absent, type.isOneOf(["RuntimeDefault", "Localhost"])), type, MESSAGE);
    }
    for (const { key, field } of pod.metadata.at("annotations").entries()) {
      if (!field.unknown && !key.startsWith(ANNOTATION)) continue;
      require(field.test(isAllowedAnnotation), field, "must be runtime/default or localhost/…; remove it");
    }
  },
};

function isAllowedAnnotation(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === "string" && (value === "" || value === "runtime/default" || value.startsWith("localhost/"));
}
