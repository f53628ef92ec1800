import type { Rule } from "../../rule.ts";
import { rule as imageDeprecatedRegistry } from "./image-deprecated-registry.ts";
import { rule as imageDigestPinned } from "./image-digest-pinned.ts";
import { rule as imagePullPolicy } from "./image-pull-policy.ts";
import { rule as imageRegistryMirror } from "./image-registry-mirror.ts";
import { rule as imageTagPinned } from "./image-tag-pinned.ts";

export const image: readonly Rule[] = [
  imageDeprecatedRegistry,
  imageDigestPinned,
  imagePullPolicy,
  imageRegistryMirror,
  imageTagPinned,
];
