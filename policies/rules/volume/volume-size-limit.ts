import { reliability } from "../../frameworks.ts";
import { isPositiveQuantity } from "../../kubernetes/quantity.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

/** Those in memory are volume-memory-size-limit's. */
export const rule: PodRule = {
  name: "volume-size-limit",
  description: "Every emptyDir should have a size limit.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Set emptyDir.sizeLimit to what the program needs.",
  url: "https://kubernetes.io/docs/concepts/storage/volumes/#emptydir",
  checkPod({ spec }, require) {
    for (const volume of spec.at("volumes").items()) {
      const emptyDir = volume.at("emptyDir");
      if (emptyDir.absent === true || emptyDir.at("medium").is("Memory") === true) continue;
      const size = emptyDir.at("sizeLimit");
      const free = or(emptyDir.absent, emptyDir.at("medium").is("Memory"), size.test(isPositiveQuantity));
      require(free, size, "should be set, or the volume grows until the node evicts its pods");
    }
  },
};
