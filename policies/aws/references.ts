import type { Resource } from "../resource.ts";
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

/** Resources by what they refer to. */
interface References {
  readonly all: readonly Resource[];
  readonly byText: ReadonlyMap<string | undefined, readonly Resource[]>;
}

const known = new WeakMap<Stack, Map<string, References>>();

/** Read once for all resources: to try every pair would take a large stack minutes. */
function referencesIn(stack: Stack, types: readonly string[], by: string): References {
  let ofStack = known.get(stack);
  if (!ofStack) known.set(stack, (ofStack = new Map<string, References>()));
  const key = [by, ...types].join();
  let references = ofStack.get(key);
  if (!references) {
    const all = stack.ofType(...types);
    references = { all, byText: Map.groupBy(all, ({ props }) => props.at(by).text) };
    ofStack.set(key, references);
  }
  return references;
}

/** What may refer to a resource; all, while one of its own names is unknown. */
function candidates({ all, byText }: References, { name, props }: Resource): readonly Resource[] {
  const names = NAMES.map((key) => props.at(key));
  if (names.some(({ unknown }) => unknown)) return all;
  const texts = new Set([undefined, name, ...names.map(({ text }) => text)]);
  return [...texts].flatMap((text) => byText.get(text) ?? []);
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
  return some(candidates(referencesIn(stack, types, by), resource), ({ props }) =>
    and(refersTo(props.at(by), resource), condition(props)),
  );
}
