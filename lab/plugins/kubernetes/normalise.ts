import { UNKNOWN, isMap } from "../protocol/values.ts";
import type { Value, ValueMap } from "../protocol/values.ts";

/**
 * Inputs as the API server will hold them. A Secret's `stringData` is write-only: it is never in the live object, and
 * server-side apply does not remove a key that disappears from it, so it becomes `data` here.
 * @see https://github.com/kubernetes/kubernetes/issues/70281
 */
export function normalise(inputs: ValueMap): ValueMap {
  const { stringData, ...rest } = inputs;
  if (inputs.kind !== "Secret" || stringData == null) return inputs;
  if (!isMap(stringData) || (rest.data != null && !isMap(rest.data))) return { ...rest, data: UNKNOWN };
  const encoded = Object.entries(stringData).map(([key, value]) => [key, base64(value)] as const);
  return { ...rest, data: { ...rest.data, ...Object.fromEntries(encoded) } };
}

function base64(value: Value | undefined): Value | undefined {
  return typeof value === "string" ? Buffer.from(value).toString("base64") : value;
}
