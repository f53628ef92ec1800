import { supplyChain } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { or } from "../../values/truth.ts";

/** Holds wherever no mirror is set. */
export const rule: PodRule = {
  name: "image-registry-mirror",
  description: "Where the stack names a mirror, every image must come from it or be one that the stack builds.",
  level: mandatory,
  severity: "high",
  framework: supplyChain,
  remediation:
    "Name the image by `mirrored(…)`, and see that the mirror has it: `make bundle`, `make mirror TARGET=…`.",
  url: "https://kubernetes.io/docs/concepts/containers/images/#image-names",
  checkPod({ spec, containers }, require, { registries }) {
    const message = `must come from ${registries?.join(" or ")}: no other registry can be reached, or is trusted`;
    const isFrom = (registry: string) => (image: unknown) =>
      typeof image === "string" && image.startsWith(`${registry}/`);
    const isMirrored = (image: Field) =>
      !registries || or(...registries.map((registry) => image.test(isFrom(registry))));
    for (const container of containers) {
      const image = container.spec.at("image");
      require(isMirrored(image), image, message);
    }
    for (const volume of spec.at("volumes").items()) {
      const reference = volume.at("image", "reference");
      require(or(volume.at("image").absent, isMirrored(reference)), reference, message);
    }
  },
};
