import { supplyChain } from "../../frameworks.ts";
import { parseImageReference } from "../../kubernetes/image-reference.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { and, or } from "../../values/truth.ts";

const MESSAGE =
  "should be Always, or the image be named by digest: a node that has an older image of that tag would run it";

/** Asking the registry also asks whether the pod may have the image: a copy on the node is for everybody. */
export const rule: PodRule = {
  name: "image-pull-policy",
  description: "An image that is named by tag should be asked for at every start.",
  level: advisory,
  severity: "low",
  framework: supplyChain,
  remediation: "Set imagePullPolicy: Always, or name the image by digest.",
  url: "https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy",
  checkPod({ containers }, require) {
    for (const { spec } of containers) {
      const [image, policy] = [spec.at("image"), spec.at("imagePullPolicy")];
      const byDigest = and(image.test(hasDigest), policy.isOneOf([undefined, "IfNotPresent"]));
      const byDefault = and(policy.absent, image.test(isLatest));
      require(or(policy.is("Always"), byDigest, byDefault), policy, MESSAGE);
    }
  },
};

function hasDigest(image: unknown): boolean {
  return typeof image === "string" && parseImageReference(image)?.digest !== undefined;
}

/** The one case in which Kubernetes' own default is Always. */
function isLatest(image: unknown): boolean {
  const reference = typeof image === "string" ? parseImageReference(image) : undefined;
  return reference !== undefined && reference.digest === undefined && (reference.tag ?? "latest") === "latest";
}
