import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { propertyPath } from "../../../config/problems.ts";
import { parseStack } from "../../../config/stack.ts";

test("a path is written as `pulumi config set --path` takes it", () => {
  expect(propertyPath(["services", 0, "env", "LOG_LEVEL"])).toBe("slipway:services[0].env.LOG_LEVEL");
});

const PROBLEM = /^slipway:\w+.*: .+ Fix: pulumi config (set|rm) /;

/** Parsing anything ends in a stack or in problems that each have a place and a way out. */
function expectVerdict(input: Record<string, unknown>) {
  const parsed = parseStack(input, "dev");
  if (parsed.ok) return;
  expect(parsed.problems).not.toEqual([]);
  for (const line of parsed.problems) expect(line).toMatch(PROBLEM);
}

const KEYS = ["environment", "cluster", "clusters", "images", "gateway", "tenants", "env", "services", "tasks", "junk"];

test("no input makes the checks throw, and whatever is refused is refused with a path", () => {
  fc.assert(fc.property(fc.dictionary(fc.constantFrom(...KEYS), fc.jsonValue()), expectVerdict));
});

/** The keys of the stack that the project ships, without their prefix. */
const shipped = Object.fromEntries(
  Object.entries((parse(readFileSync("Pulumi.prod.yaml", "utf8")) as { config: object }).config).map(([key, value]) => [
    key.replace("slipway:", ""),
    value as unknown,
  ]),
);

/** Every place of a value, as the keys that lead there. */
function places(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

test("nothing in the place of any value of a whole stack makes the checks throw", () => {
  expect(parseStack(shipped, "prod").ok).toBe(true);
  const somewhere = fc.constantFrom(...places(shipped).filter((path) => path.length > 0));
  const anything = fc.oneof(fc.jsonValue(), fc.constant({ toString: "" }), fc.constantFrom("constructor", "__proto__"));
  fc.assert(
    fc.property(somewhere, anything, (path, value) =>
      expectVerdict(replaced(shipped, path, value) as Record<string, unknown>),
    ),
    { numRuns: 1000 },
  );
});
