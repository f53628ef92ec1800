import { isLocal, parseReference } from "../../../oci/reference.ts";
import type { ImageInputs } from "../inputs.ts";
import { toEntry, type Entry } from "./entries.ts";

/** Where the result of a build goes: `exports`, and what `push` and the tags add. */
export function outputsOf({ exports = [], push, tags = [] }: ImageInputs): Entry[] {
  const entries = exports.map(toEntry).filter((entry) => entry !== undefined);
  if (push) entries.push({ type: "registry", attributes: {} });
  return entries.filter(({ type }) => type !== "cacheonly").map((entry) => named(canonical(entry), tags));
}

/** `registry` is short for an image that is pushed. */
function canonical({ type, attributes }: Entry): Entry {
  return type === "registry" ? { type: "image", attributes: { push: "true", ...attributes } } : { type, attributes };
}

/** Exporters whose result is an image, with a name and a digest. */
const IMAGES = ["image", "oci", "docker"];

/** Tags win over the names that an export brings itself. */
function named({ type, attributes }: Entry, tags: readonly string[]): Entry {
  const hasName = IMAGES.includes(type) && tags.length > 0;
  return { type, attributes: { ...attributes, ...(hasName && { name: tags.join(",") }) } };
}

/** Whether an output ends up in a registry. */
export function isPushed({ type, attributes }: Entry): boolean {
  return type === "image" && attributes.push === "true";
}

/** What a preview writes: the same, but to no registry. */
export function withoutPush(entry: Entry): Entry {
  return entry.type === "image" ? { ...entry, attributes: { ...entry.attributes, push: "false" } } : entry;
}

/**
 * Adds what makes an image the same bytes whenever it is built, and lets it into a registry of this machine.
 * @see https://github.com/moby/buildkit/blob/master/docs/build-repro.md
 */
export function reproducible({ type, attributes }: Entry): Entry {
  if (!IMAGES.includes(type)) return { type, attributes };
  const names = (attributes.name ?? "").split(",").filter((name) => name !== "");
  const local = type === "image" && names.some((name) => isLocal(parseReference(name).registry));
  return {
    type,
    attributes: { "rewrite-timestamp": "true", ...(local && { "registry.insecure": "true" }), ...attributes },
  };
}
