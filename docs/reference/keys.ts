import type { Row } from "./table.ts";

/** As much of JSON Schema as zod writes for the stack file. */
export interface Schema {
  type?: string | string[];
  description?: string;
  default?: unknown;
  examples?: unknown[];
  enum?: unknown[];
  const?: unknown;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** The keys below an object of a schema, each followed by those that it holds. */
export function keyRows(schema: Schema, prefix = ""): Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const path = `${prefix}${name}`;
    const required = schema.required?.includes(name) ?? false;
    return [
      { path, type: typeOf(inner), default: defaultOf(inner, required), meaning: meaningOf(inner) },
      ...below(inner, path),
    ];
  });
}

function below(schema: Schema, path: string): Row[] {
  const { items, additionalProperties } = schema;
  return [
    ...keyRows(schema, `${path}.`),
    ...(items ? below(items, `${path}[]`) : []),
    ...(typeof additionalProperties === "object" ? below(additionalProperties, `${path}.<name>`) : []),
    ...alternatives(schema).flatMap((alternative) => below(alternative, path)),
  ];
}

const alternatives = ({ anyOf = [], oneOf = [] }: Schema) => [...anyOf, ...oneOf];

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((value) => String(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  if (typeof schema.additionalProperties === "object") return `map of ${typeOf(schema.additionalProperties)}`;
  const types = alternatives(schema).map(typeOf);
  return types.length > 0 ? [...new Set(types)].join(" | ") : [schema.type ?? "any"].flat().join(" | ");
}

/** A default that is not one value is told in the description: `Default: by environment, 1 in dev.` */
const PROSE = / ?Default: (.*)\.$/;

/** An object whose keys all have defaults is not worth repeating: they stand below it. */
function defaultOf({ default: value, properties, description = "" }: Schema, required: boolean): string {
  if (value !== undefined && !properties) return code(value);
  return PROSE.exec(description)?.[1] ?? (required ? "required" : "none");
}

/** An example is told where the type alone does not show what to write. */
function meaningOf({ description = "", examples, ...schema }: Schema): string {
  const meaning = description.replace(PROSE, "");
  const [example] = examples ?? [];
  const obvious = example === undefined || example === schema.default || schema.enum || schema.type === "boolean";
  return obvious ? meaning : `${meaning} Example: ${code(example)}.`;
}

function code(value: unknown): string {
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}
