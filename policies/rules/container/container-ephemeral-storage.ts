import { reliability } from "../../frameworks.ts";
import { isPositiveQuantity } from "../../kubernetes/quantity.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

const NEEDED = {
  requests: "should be set, or the pod may be put where there is no room for its logs and files",
  limits: "should be set, or one container's logs and files fill the disk of the node, and others are evicted",
} as const;

export const rule: PodRule = {
  name: "container-ephemeral-storage",
  description: "Every container should request storage for its logs and temporary files, and be limited in it.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Set resources.requests.ephemeral-storage and resources.limits.ephemeral-storage.",
  url: "https://kubernetes.io/docs/concepts/storage/ephemeral-storage/",
  checkPod({ containers }, require) {
    for (const { role, spec } of containers) {
      if (role === "ephemeral") continue;
      for (const [kind, why] of Object.entries(NEEDED)) {
        const storage = spec.at("resources", kind, "ephemeral-storage");
        require(storage.test(isPositiveQuantity), storage, why);
      }
    }
  },
};
