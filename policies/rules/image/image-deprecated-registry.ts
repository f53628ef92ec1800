import { supplyChain } from "../../frameworks.ts";
import { imagesOf } from "../../kubernetes/images.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

/** Frozen, or gone: nothing there gets a fix any more. */
const DEPRECATED = ["k8s.gcr.io/", "gcr.io/google-containers/", "gcr.io/google_containers/", "docker.pkg.github.com/"];

export const rule: PodRule = {
  name: "image-deprecated-registry",
  description: "No image should come from a registry that was given up.",
  level: advisory,
  severity: "medium",
  framework: supplyChain,
  remediation: "Kubernetes' images are at registry.k8s.io, GitHub's at ghcr.io.",
  url: "https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/",
  checkPod(pod, require) {
    for (const image of imagesOf(pod)) {
      const lives = image.test(
        (value) => !DEPRECATED.some((prefix) => typeof value === "string" && value.startsWith(prefix)),
      );
      require(lives, image, "should come from a registry that is still maintained");
    }
  },
};
