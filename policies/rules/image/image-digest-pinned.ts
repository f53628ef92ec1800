import { supplyChain } from "../../frameworks.ts";
import { parseImageReference } from "../../kubernetes/image-reference.ts";
import { imagesOf } from "../../kubernetes/images.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import type { Stack } from "../../stack.ts";

const MESSAGE =
  "must be named by digest (name@sha256:…): whoever may push a tag decides what runs, until the next restart";

/** The digest of an image that the stack has yet to build or to ask for is not known: rendered manifests name it by its tag. */
export const rule: StackRule = {
  name: "image-digest-pinned",
  description: "Every image must be named by its digest.",
  level: mandatoryInProd,
  severity: "medium",
  framework: supplyChain,
  remediation:
    "Deploy what the build returned, `repository@sha256:…`; resolve other images' tags once, when they change.",
  url: "https://kubernetes.io/docs/concepts/containers/images/#image-names",
  checkStack(stack, about) {
    const unbuilt = tagsOfUnbuilt(stack);
    for (const pod of stack.pods) {
      for (const image of imagesOf(pod)) {
        const isPinned = image.test(hasDigest);
        const isYetToCome = image.text !== undefined && (unbuilt.has(image.text) || stack.settings.unresolved);
        about(pod.object.resource)(isYetToCome && isPinned === false ? "unknown" : isPinned, image, MESSAGE);
      }
    }
  },
};

function tagsOfUnbuilt(stack: Stack): ReadonlySet<string> {
  const builds = stack.ofType("docker-build:index:Image").filter(({ props }) => props.at("digest").absent !== false);
  return new Set(
    builds.flatMap(({ props }) =>
      props
        .at("tags")
        .items()
        .flatMap((tag) => tag.text ?? []),
    ),
  );
}

function hasDigest(image: unknown): boolean {
  return typeof image === "string" && parseImageReference(image)?.digest !== undefined;
}
