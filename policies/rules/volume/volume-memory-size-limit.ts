import { reliability } from "../../frameworks.ts";
import { isPositiveQuantity } from "../../kubernetes/quantity.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { not, or } from "../../values/truth.ts";

export const rule: PodRule = {
  name: "volume-memory-size-limit",
  description: "Every emptyDir in memory must have a size limit.",
  level: mandatoryInProd,
  severity: "medium",
  framework: reliability,
  remediation: "Set emptyDir.sizeLimit; what is written there counts against the container's memory limit.",
  url: "https://kubernetes.io/docs/concepts/storage/volumes/#emptydir",
  checkPod({ spec }, require) {
    for (const volume of spec.at("volumes").items()) {
      const medium = volume.at("emptyDir", "medium");
      if (medium.isOneOf([undefined, ""]) === true) continue;
      const size = volume.at("emptyDir", "sizeLimit");
      const inMemory = medium.is("Memory");
      require(or(
        not(inMemory),
        size.test(isPositiveQuantity),
      ), size, "must be set, or files take half of the node's memory");
    }
  },
};
