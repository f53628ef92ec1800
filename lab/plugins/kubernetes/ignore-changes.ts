import { parsePath } from "../protocol/paths.ts";
import { isMap, without } from "../protocol/values.ts";
import type { ValueMap } from "../protocol/values.ts";
import { at } from "./objects.ts";
import type { KubernetesObject } from "./objects.ts";

/**
 * The object to apply where the program ignores changes of some fields: a field that another manager owns alone is left
 * out, or both would claim it; any other keeps its live value, or apply would remove or reset it. Paths into lists are
 * left as the engine has filled them in, from the old inputs.
 */
export function withIgnored(
  object: KubernetesObject,
  live: KubernetesObject,
  fieldManager: string,
  ignored: readonly string[],
): KubernetesObject {
  return ignored.map(parsePath).reduce<KubernetesObject>((result, path) => {
    const keys = path.filter((step) => typeof step === "string" && step !== "*") as string[];
    if (keys.length < path.length) return result;
    const value = at(live, ...keys);
    const owners = (live.metadata.managedFields ?? []).filter(({ fieldsV1 }) => owns(fieldsV1, keys));
    const foreign = owners.length > 0 && owners.every(({ manager }) => manager !== fieldManager);
    if (!foreign && value === undefined) return result;
    return withValue(result as ValueMap, keys, foreign ? undefined : value) as KubernetesObject;
  }, object);
}

/** True when a field set names the field at a path of keys, or something below it. */
function owns(fields: unknown, keys: readonly string[]): boolean {
  return at(fields, ...keys.map((key) => `f:${key}`)) !== undefined;
}

function withValue(map: ValueMap, [key = "", ...rest]: readonly string[], value: unknown): ValueMap {
  if (rest.length === 0) {
    return value === undefined ? without(map, key) : { ...map, [key]: value as ValueMap[string] };
  }
  const child = map[key];
  if (!isMap(child) && value === undefined) return map;
  return { ...map, [key]: withValue(isMap(child) ? child : {}, rest, value) };
}
