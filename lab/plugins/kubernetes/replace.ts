import { parsePath } from "../protocol/paths.ts";
import type { Path, Value } from "../protocol/values.ts";
import { at } from "./objects.ts";
import { IDENTITY, REPLACE_RULES } from "./replace-rules.ts";
import type { GroupVersionKind } from "./types.ts";

/** The provider's arguments that let data change in place. */
export interface Mutability {
  enableConfigMapMutable: boolean;
  enableSecretMutable: boolean;
}

/** The paths whose change replaces an object of this kind. `patch`: a `…Patch` resource, which owns only fields. */
export function replacingPaths(
  { apiVersion, kind }: GroupVersionKind,
  object: Value | undefined,
  mutability: Mutability,
  patch: boolean,
): Path[] {
  const mutable =
    (kind === "ConfigMap" && mutability.enableConfigMapMutable) ||
    (kind === "Secret" && mutability.enableSecretMutable);
  if (patch || (mutable && at(object, "immutable") !== true)) return IDENTITY.map(parsePath);
  const [group = ""] = apiVersion.includes("/") ? apiVersion.split("/") : [];
  const rules = REPLACE_RULES[`${group}/${kind}`] ?? REPLACE_RULES[`${apiVersion}/${kind}`] ?? [];
  return [...IDENTITY, ...rules].map(parsePath);
}

/** True when a difference lies at or below one of the paths, or takes one of them along with what is above it. */
export function touches(paths: readonly Path[], difference: Path, value: unknown): boolean {
  return paths.some((path) => {
    const shared = Math.min(path.length, difference.length);
    if (!path.slice(0, shared).every((step, index) => step === "*" || step === difference[index])) return false;
    return path.length <= difference.length || at(value, ...path.slice(shared)) !== undefined;
  });
}
