import { reliability } from "../../frameworks.ts";
import { isSet, runsForGood } from "../../kubernetes/lifetime.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { not, or } from "../../values/truth.ts";

/** Advice, for a probe that depends on anything remote restarts healthy containers: worse than none. */
export const rule: PodRule = {
  name: "container-liveness-probe",
  description: "Every container that runs for good, native sidecars included, should have a liveness probe.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Add livenessProbe, on an endpoint of its own that looks at the process and at nothing remote.",
  url: "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
  checkPod(pod, require) {
    for (const container of pod.containers) {
      const endless = runsForGood(container, pod);
      if (endless === false) continue;
      const probe = container.spec.at("livenessProbe");
      require(or(not(endless), isSet(probe)), probe, "should be set, or a container that hangs is never restarted");
    }
  },
};
