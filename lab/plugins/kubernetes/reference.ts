import type { ValueMap } from "../protocol/values.ts";
import { parseId, text } from "./objects.ts";
import type { ObjectReference } from "./cluster.ts";
import { kindOfToken } from "./types.ts";

/** The object of a resource in the state. Its inputs know the version that it was made with, after an alias took another. */
export function referenceTo(type: string, id: string, inputs: ValueMap): ObjectReference {
  const named = kindOfToken(type);
  return { ...named, apiVersion: text(inputs, "apiVersion") || named.apiVersion, metadata: parseId(id) };
}
