import { describe, expect, test } from "vitest";
import { type DeclaredResource, evaluate } from "../../policies/evaluate.ts";
import { format, FORMATS } from "../../policies/report/index.ts";
import { caseFiles } from "./case-files.ts";
import { UNKNOWN } from "./pods.ts";

/** Every stack that some rule was tried on, with every way to it. */
const stacks = [...caseFiles].flatMap(([file, { rule, compliant, violating, malformed }]) =>
  [...compliant, ...violating, ...malformed].map(({ it, given }) => ({
    name: `${file}: ${it}`,
    rule,
    given: [given].flat(),
  })),
);

describe("whatever a rule was tried on", () => {
  const CANARY = "Canary-7f3a, a secret!";

  test("no report shows a value, by any rule", () => {
    const leaking = stacks.filter(({ given }) => {
      const verdict = evaluate(
        given.map((resource) => ({ ...resource, props: leavesReplaced(resource.props, CANARY) })),
        { environment: "prod" },
      );
      return FORMATS.some((as) => format(verdict, as).includes(CANARY));
    });
    expect(leaking.map(({ name }) => name)).toEqual([]);
  });

  test("no report shows a key that could be a value", () => {
    const leaking = stacks.filter(({ given }) => {
      const verdict = evaluate(
        given.map((resource) => ({ ...resource, props: withStrangeKeys(resource.props, CANARY) })),
        { environment: "prod" },
      );
      return FORMATS.some((as) => format(verdict, as).includes(CANARY));
    });
    expect(leaking.map(({ name }) => name)).toEqual([]);
  });

  test("any one value that is unknown invents no violation of the rule, and takes none away unseen", () => {
    const wrong = stacks.flatMap(({ name, rule, given }) => {
      const before = judged(rule, given);
      return given.flatMap((resource, index) =>
        pathsIn(resource.props).flatMap((path) => {
          const changed = given.with(index, { ...resource, props: replaced(resource.props, path, UNKNOWN) });
          const after = judged(rule, changed);
          const invented = after.violations.filter((place) => !before.violations.includes(place));
          const unseen = before.violations.length > after.violations.length && after.undetermined === 0;
          return invented.length > 0 || unseen || after.errors > 0 ? [`${name}: ${path.join(".")}`] : [];
        }),
      );
    });
    expect(wrong).toEqual([]);
  });
});

function judged(rule: (typeof stacks)[number]["rule"], given: readonly DeclaredResource[]) {
  const [verdict, errors] = evaluate(given, { environment: "prod", rules: [rule] }).rules;
  return {
    violations: (verdict?.failed ?? []).map(({ resource, path }) => `${resource.name} ${path}`),
    undetermined: verdict?.undetermined.length ?? 0,
    errors: errors?.failed.length ?? 0,
  };
}

const SECRET = "4dabf18193072939515e22adb298388d";
type Path = readonly string[];

function pathsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return at.length > 0 ? [at] : [];
  // The engine keeps the mark of a secret that is not known yet.
  if (SECRET in value) return [[...at, "value"]];
  return [
    ...(at.length > 0 ? [at] : []),
    ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...at, key])),
  ];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return (value as unknown[]).with(Number(key), replaced(value[Number(key)], rest, by));
  return { ...(value as object), [key]: replaced((value as Record<string, unknown>)[key], rest, by) };
}

function leavesReplaced(value: unknown, by: string): unknown {
  if (Array.isArray(value)) return value.map((inner) => leavesReplaced(inner, by));
  if (typeof value !== "object" || value === null) return by;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, leavesReplaced(inner, by)]));
}

function withStrangeKeys(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((inner) => withStrangeKeys(inner, key));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, withStrangeKeys(inner, key)] as const);
  return { ...Object.fromEntries(entries), [key]: "PASSWORD=hunter2" };
}
