import { pssBaseline } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** Pod Security Standards, baseline: a privileged container is root on the node, whatever else its pod forbids. */
export const rule: PodRule = {
  name: "pss-baseline-privileged",
  description: "No container may run privileged.",
  level: mandatory,
  severity: "critical",
  framework: pssBaseline,
  remediation: "Remove securityContext.privileged, and add the one capability that the container needs.",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
  checkPod({ containers }, require) {
    for (const { spec } of containers) {
      const privileged = spec.at("securityContext", "privileged");
      const message =
        "must be false or unset, or the container may do to the node whatever root may; add the one capability that is needed";
      require(or(privileged.absent, privileged.is(false)), privileged, message);
    }
  },
};
