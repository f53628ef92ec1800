/** A property path as the engine spells it: object keys and array indexes. */
export type Path = readonly (string | number)[];

/**
 * Stands for a value that is not known yet (an output of a resource that a preview has not created). It is a symbol so
 * that no real value can be mistaken for it.
 */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** A property value: JSON plus {@link UNKNOWN}. Assets and archives pass through as the engine's signed objects. */
export type Value = null | boolean | number | string | typeof UNKNOWN | Value[] | { [key: string]: Value | undefined };

/** An object of property values. */
export type ValueMap = { [key: string]: Value | undefined };

/**
 * What the engine hands over and takes back: plain values, and beside them where the secret ones are. A path marks its
 * whole subtree.
 */
export interface Properties {
  values: ValueMap;
  secrets: readonly Path[];
}

/** No properties at all. */
export const NONE: Properties = { values: {}, secrets: [] };

/** True for an object that is neither null nor an array. */
export function isMap(value: unknown): value is ValueMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True when a value is unknown or holds an unknown anywhere. */
export function hasUnknown(value: Value | undefined): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  return isMap(value) && Object.values(value).some(hasUnknown);
}

/** True when the path, or something above it, is marked secret. */
export function isSecret(secrets: readonly Path[], path: Path): boolean {
  return secrets.some((secret) => secret.length <= path.length && secret.every((step, index) => step === path[index]));
}

/** A copy of an object without some of its keys. */
export function without<Map extends object, Key extends keyof Map>(map: Map, ...keys: Key[]): Omit<Map, Key> {
  const copy = { ...map };
  for (const key of keys) delete copy[key];
  return copy;
}
