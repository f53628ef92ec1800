import { ask } from "./judge.ts";
import type { Rule } from "./rule.ts";
import type { Stack } from "./stack.ts";
import { Field, type Keys } from "./values/field.ts";

/** A value to set in a resource. */
export interface Remedy {
  readonly keys: Keys;
  readonly value: unknown;
}

/** What mends the violations of a rule that has a fix; nothing for those that it does not reach, or for unknowns. */
export function remediesOf(rule: Rule, stack: Stack): readonly Remedy[] {
  const { fix } = rule;
  if (!fix) return [];
  const remedies: Remedy[] = [];
  ask(rule, stack, {
    about: () => (holds, place) => {
      if (holds !== false || !(place instanceof Field) || place.keys.at(-1) !== fix.at) return;
      remedies.push({ keys: place.keys, value: Array.isArray(fix.value) ? [...(fix.value as unknown[])] : fix.value });
    },
    run: (_, check) => {
      try {
        check();
      } catch {
        // The rule is asked again when the resource is judged, and its failure reported then.
      }
    },
  });
  return remedies;
}

/** Sets the value in these properties, and makes the objects on the way to it. */
export function apply({ keys, value }: Remedy, props: object): void {
  const last = keys.at(-1);
  if (last === undefined) return;
  let parent = props as Record<string | number, unknown>;
  for (const key of keys.slice(0, -1)) {
    parent[key] ??= {};
    parent = parent[key] as Record<string | number, unknown>;
  }
  parent[last] = value;
}
