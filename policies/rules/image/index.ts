import type { Rule } from "../../rule.ts";
import { rule as imageRegistryMirror } from "./image-registry-mirror.ts";
import { rule as imageTagPinned } from "./image-tag-pinned.ts";

export const image: readonly Rule[] = [imageRegistryMirror, imageTagPinned];
