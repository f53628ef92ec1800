import { UNKNOWN, isMap } from "../protocol/values.ts";
import type { Value, ValueMap } from "../protocol/values.ts";

/** Inputs as the API server will hold them. */
export function normalise(inputs: ValueMap): ValueMap {
  switch (inputs.kind) {
    case "Secret":
      return withData(inputs);
    case "CustomResourceDefinition":
      return withDashes(inputs) as ValueMap;
    default:
      return inputs;
  }
}

/**
 * A Secret's `stringData` is write-only: it is never in the live object, and server-side apply does not remove a key that
 * disappears from it, so it becomes `data` here.
 * @see https://github.com/kubernetes/kubernetes/issues/70281
 */
function withData({ stringData, ...rest }: ValueMap): ValueMap {
  if (stringData == null) return rest;
  if (!isMap(stringData) || (rest.data != null && !isMap(rest.data))) return { ...rest, data: UNKNOWN };
  const encoded = Object.entries(stringData).map(([key, value]) => [key, base64(value)] as const);
  return { ...rest, data: { ...rest.data, ...Object.fromEntries(encoded) } };
}

function base64(value: Value | undefined): Value | undefined {
  return typeof value === "string" ? Buffer.from(value).toString("base64") : value;
}

/** The SDK spells the schema extension `x-kubernetes-…` with underscores, to be a property name. */
function withDashes(value: Value | undefined): Value | undefined {
  if (Array.isArray(value)) return value.map((item) => withDashes(item) ?? null);
  if (!isMap(value)) return value;
  const renamed = Object.entries(value).map(([key, item]) => [dashed(key), withDashes(item)] as const);
  return Object.fromEntries(renamed);
}

function dashed(key: string): string {
  return key.startsWith("x_kubernetes_") ? key.replaceAll("_", "-") : key;
}
