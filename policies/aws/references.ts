import type { Resource } from "../rule.ts";
import type { Stack } from "../stack.ts";
import type { Field } from "../values/field.ts";
import { and, or, some, type Truth } from "../values/truth.ts";

/** By what other resources refer to one. */
const NAMES = ["id", "arn", "name", "bucket"];

/**
 * Whether a field refers to that resource: by a name that is known of it or, where no provider was asked, by the name that
 * it has in the program, which stands in for its id.
 */
function refersTo(reference: Field, { name, props }: Resource): Truth {
  if (reference.unknown) return "unknown";
  const { text } = reference;
  return and(
    text !== undefined,
    or(
      text === name,
      some(NAMES, (key) => props.at(key).test((value) => value === text)),
    ),
  );
}

/**
 * Whether a resource has another beside it that refers to it and meets a condition, such as a bucket its encryption. While
 * the reference is unknown the other may belong to any.
 */
export function hasBeside(
  stack: Stack,
  resource: Resource,
  { types, by }: { types: readonly string[]; by: string },
  condition: (props: Field) => Truth = () => true,
): Truth {
  return some(stack.ofType(...types), ({ props }) => and(refersTo(props.at(by), resource), condition(props)));
}
