import { supplyChain } from "../../frameworks.ts";
import { parseImageReference } from "../../kubernetes/image-reference.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { or } from "../../values/truth.ts";

const MESSAGE =
  "must be an image with a digest, or a tag other than latest: what runs must be what was tested, and a restart must not change it";

/** Containers of every list, and volumes that are images (KEP-4639). */
export const rule: PodRule = {
  name: "image-tag-pinned",
  description: "Every image must be named by digest, or by a tag other than latest.",
  level: mandatory,
  severity: "high",
  framework: supplyChain,
  remediation: "Name the image by digest (`name@sha256:…`), or at least by the tag of its version.",
  url: "https://kubernetes.io/docs/concepts/containers/images/#image-names",
  checkPod({ spec, containers }, require) {
    for (const container of containers) {
      const image = container.spec.at("image");
      require(image.test(isPinned), image, MESSAGE);
    }
    for (const volume of spec.at("volumes").items()) {
      const reference = volume.at("image", "reference");
      require(or(volume.at("image").absent, reference.test(isPinned)), reference, MESSAGE);
    }
  },
};

/** A digest settles it, whatever tag stands beside it. */
function isPinned(image: unknown): boolean {
  const reference = typeof image === "string" ? parseImageReference(image) : undefined;
  if (!reference) return false;
  return reference.digest !== undefined || (reference.tag !== undefined && reference.tag !== "latest");
}
