import type { z } from "zod";
import { stackSchema } from "./schema/index.ts";

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** The key whose values are never quoted, for one may stand there in clear. */
const SECRETS = "secrets";

/**
 * One line for each thing that is wrong with a stack file: its path, what was expected, and the command that fixes it.
 *
 * @param input the stack file as it was read, to quote what stands there
 * @param stack name of the stack, for the command
 */
export function problems(issues: readonly Issue[], input: unknown, stack: string): string[] {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) =>
        misplaced(propertyPath([...issue.path, key]), "is not a key of the stack file", stack),
      );
    }
    if (issue.code === "invalid_key") {
      return [misplaced(propertyPath(issue.path), `is not ${issue.issues.map(expectation).join(", ")}`, stack)];
    }
    if (issue.code === "custom" && issue.params?.misplaced) {
      return [misplaced(propertyPath(issue.path), issue.message, stack)];
    }
    const path = propertyPath(issue.path);
    const fix = `Fix: pulumi config set -s ${stack}`;
    if (issue.path[0] === SECRETS) return secretProblem(issue, input, fix);
    const found = foundBy(issue) ?? quote(valueAt(input, issue.path));
    return `${path}: expected ${expectation(issue)}, found ${found}. ${fix} --path '${path}' ${example(issue)}`;
  });
}

function secretProblem(issue: Issue, input: unknown, fix: string): string {
  const path = propertyPath(issue.path.slice(0, 2));
  const isValue = issue.path.length > 1 && issue.code !== "custom";
  const found = valueAt(input, issue.path) === undefined ? "nothing" : "something else (not shown)";
  return `${path}: expected ${isValue ? "an encrypted value" : expectation(issue)}, found ${found}. ${fix} --secret --path '${path}'`;
}

function misplaced(path: string, what: string, stack: string): string {
  return `${path}: ${what}. Fix: pulumi config rm -s ${stack} --path '${path}'`;
}

/** `["services", 0, "name"]` → `slipway:services[0].name`, as `pulumi config set --path` takes it. */
export function propertyPath([key, ...rest]: Path): string {
  return rest.reduce<string>(
    (path, part) => (typeof part === "number" ? `${path}[${part}]` : `${path}${property(String(part))}`),
    `slipway:${String(key)}`,
  );
}

/** A name that Pulumi would take apart, such as a file's, is quoted. */
function property(name: string): string {
  return /^[\w-]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "int" ? "a whole number" : withArticle(issue.expected);
    case "invalid_value":
      return `one of ${issue.values.map((value) => `\`${String(value)}\``).join(", ")}`;
    case "too_small":
      return issue.origin === "array" || issue.origin === "string"
        ? `at least ${String(issue.minimum)} of it`
        : `${String(issue.minimum)} or more`;
    case "too_big":
      return `${String(issue.maximum)} or less`;
    default:
      return issue.message;
  }
}

function withArticle(type: string): string {
  if (type === "record" || type === "object") return "a map of keys";
  if (type === "array") return "a list";
  return type === "string" ? "text" : `a ${type}`;
}

/** What a check says about a value that is too long to be quoted. */
function foundBy(issue: Issue): string | undefined {
  return issue.code === "custom" ? (issue.params?.found as string | undefined) : undefined;
}

function quote(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], input);
}

/** What to write in the fixing command: the example of the schema's own field, or a blank to fill in. */
function example(issue: Issue): string {
  const given = issue.code === "custom" ? (issue.params?.example as unknown) : examplesOf(schemaAt(issue.path))[0];
  if (given === undefined) return "<value>";
  return typeof given === "object" ? `'${JSON.stringify(given)}'` : `${given as string | number | boolean}`;
}

/** The schema of the field at a path, through lists, maps and wrappers such as `optional` and `default`. */
function schemaAt(path: Path): z.ZodType | undefined {
  let schema: unknown = stackSchema;
  for (const part of path) {
    const inner = unwrap(schema) as { shape?: Record<PropertyKey, unknown>; element?: unknown; valueType?: unknown };
    schema = inner.shape?.[part] ?? inner.element ?? inner.valueType;
  }
  return schema as z.ZodType | undefined;
}

function unwrap(schema: unknown): unknown {
  const { def } = (schema ?? {}) as { def?: { innerType?: unknown } };
  return def?.innerType ? unwrap(def.innerType) : (schema ?? {});
}

/** `meta` stays with the layer it was given to: `.meta({examples}).default(…)` has it one layer down. */
function examplesOf(schema: z.ZodType | undefined): readonly unknown[] {
  if (!schema) return [];
  const examples = schema.meta()?.examples as readonly unknown[] | undefined;
  return examples ?? examplesOf((schema.def as { innerType?: z.ZodType }).innerType);
}
