import type { PropertyDifference } from "../protocol/plugin.ts";
import { isMap } from "../protocol/values.ts";
import type { Path, Value, ValueMap } from "../protocol/values.ts";

/** The differences from one value to another, as deep down as both have the same shape. Null and absent are the same. */
export function compare(before: Value | undefined, after: Value | undefined, path: Path = []): PropertyDifference[] {
  if (before == null && after == null) return [];
  if (isEmpty(before) && isEmpty(after)) return [];
  if (before == null) return [{ path, kind: "add" }];
  if (after == null) return [{ path, kind: "delete" }];
  if (isMap(before) && isMap(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => compare(before[key], after[key], [...path, key]));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => compare(before[index], after[index], [...path, index])).flat();
  }
  return before === after ? [] : [{ path, kind: "update" }];
}

/** Server-side apply stores an empty map or list, or leaves it out, as the field's schema has it: no difference. */
function isEmpty(value: Value | undefined): boolean {
  if (value == null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isMap(value) && Object.values(value).every((item) => item == null);
}

/**
 * The live object reduced to what the program once said: fields, and list items behind the ones given, that defaults and
 * controllers have added are none of its business. Lists of plain values count as a whole.
 */
export function prune(live: ValueMap, shape: ValueMap): ValueMap {
  return Object.fromEntries(
    Object.entries(live).flatMap(([key, value]) => {
      const wanted = shape[key];
      return wanted == null || value === undefined ? [] : [[key, pruneValue(value, wanted)] as const];
    }),
  );
}

function pruneValue(live: Value, shape: Value): Value {
  if (isMap(live) && isMap(shape)) return prune(live, shape);
  if (!Array.isArray(live) || !Array.isArray(shape)) return live;
  if (!shape.some((item) => isMap(item))) return live;
  return live.slice(0, shape.length).map((item, index) => pruneValue(item, shape[index] ?? item));
}
