import { isMap } from "../protocol/values.ts";
import type { Path, Properties, Value, ValueMap } from "../protocol/values.ts";
import { at } from "./objects.ts";

/** Shorter values would be found in any text. */
const SHORTEST = 4;

/** A Secret's data is secret whatever the program says. */
const OF_SECRETS: readonly Path[] = [["data"], ["stringData"]];

/** Properties with everything secret marked that is: what the inputs say, wherever it turns up, and a Secret's data. */
export function marked(values: ValueMap, inputs: Properties): Properties {
  const known = new Set(secretTexts(inputs));
  const bySpelling = [...leaves(values)].flatMap(([path, leaf]) => (known.has(String(leaf)) ? [path] : []));
  const ofKind = values.kind === "Secret" ? OF_SECRETS : [];
  const present = [...ofKind, ...inputs.secrets].filter((path) => at(values, ...path) !== undefined);
  return { values, secrets: [...present, ...bySpelling] };
}

/** Replaces secret values in a text that people will read: the API server quotes what it refuses. */
export function redact(text: string, ...properties: Properties[]): string {
  const spellings = properties.flatMap(secretTexts).flatMap((value) => [value, JSON.stringify(value).slice(1, -1)]);
  // Longest first: a secret may hold another one.
  const ordered = [...new Set(spellings)].sort((one, other) => other.length - one.length);
  return ordered.reduce((clean, spelling) => clean.replaceAll(spelling, "[secret]"), text);
}

/** Every spelling under which a secret of these properties may turn up: as it is, encoded, decoded. */
function secretTexts({ values, secrets }: Properties): string[] {
  const ofKind = values.kind === "Secret" ? OF_SECRETS : [];
  return [...secrets, ...ofKind].flatMap((path) => {
    const plain = [...leaves(at(values, ...path) as Value | undefined)].map(([, leaf]) => String(leaf));
    const decoded = plain.filter(isBase64).map((value) => Buffer.from(value, "base64").toString());
    const encoded = plain.map((value) => Buffer.from(value).toString("base64"));
    return [...plain, ...encoded, ...decoded].filter((value) => value.length >= SHORTEST);
  });
}

function isBase64(value: string): boolean {
  return value.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(value);
}

function* leaves(value: Value | undefined, path: Path = []): Generator<[Path, string | number]> {
  if (typeof value === "string" || typeof value === "number") yield [path, value];
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* leaves(item, [...path, index]);
  else if (isMap(value)) for (const [key, item] of Object.entries(value)) yield* leaves(item, [...path, key]);
}
