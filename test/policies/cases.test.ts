import { describe, expect, test } from "vitest";
import { toResource } from "../../policies/evaluate.ts";
import { judge } from "../../policies/judge.ts";
import { objectsOf } from "../../policies/kubernetes/objects.ts";
import { Stack } from "../../policies/stack.ts";
import type { Finding } from "../../policies/verdict.ts";
import { table } from "../../policies/rules/index.ts";
import { caseFiles } from "./case-files.ts";
import type { RuleCases, Trial } from "./cases.ts";

const OUTCOMES = ["compliant", "violating", "unknown", "malformed"] as const;

describe("every rule has all four kinds of cases", () => {
  const byRule = new Map([...caseFiles.values()].map((cases) => [cases.rule.name, cases]));

  test.each(table)("$name", (rule) => {
    const cases = byRule.get(rule.name);
    for (const outcome of OUTCOMES) {
      const trials = cases?.[outcome] ?? [];
      expect(trials, `${rule.name} has no ${outcome} case`).not.toEqual([]);
      const missing = concerns(rule).filter((kind) => !trials.some((trial) => kindsOf(trial).includes(kind)));
      expect(missing, `${rule.name} has no ${outcome} case of`).toEqual([]);
    }
  });
});

/** Kinds and types that a rule names. */
function concerns(rule: RuleCases["rule"]): readonly string[] {
  if ("kinds" in rule) return rule.kinds === "all" ? [] : rule.kinds;
  return "types" in rule ? rule.types : [];
}

function kindsOf({ given }: Trial): string[] {
  return [given].flat().flatMap((declared) => {
    const resource = toResource(declared);
    return [resource.type, ...objectsOf(resource).map(({ kind }) => kind)];
  });
}

describe.each([...caseFiles])("%s", (_, { rule, settings, compliant, violating, unknown, malformed }) => {
  test.each(compliant)("complies: $it", ({ given }) => {
    const { passed, ...found } = findings(given);
    expect(found).toEqual({ violations: [], undetermined: [], errors: [] });
    expect(passed).toBeGreaterThan(0);
  });
  test.each(violating)("violates: $it", ({ given, finds = [] }) => {
    expect(finds).not.toEqual([]);
    expect(findings(given)).toMatchObject({ violations: finds, undetermined: [], errors: [] });
  });
  test.each(unknown)("undetermined: $it", ({ given, finds = [] }) => {
    expect(finds).not.toEqual([]);
    expect(findings(given)).toMatchObject({ violations: [], undetermined: finds, errors: [] });
  });
  test.each(malformed)("malformed: $it", ({ given, finds = [] }) => {
    expect(findings(given)).toMatchObject({ violations: finds, undetermined: [], errors: [] });
  });

  function findings(given: Trial["given"]) {
    const declared = [given].flat();
    const { passed, violations, undetermined, errors } = judge(rule, new Stack(declared.map(toResource), settings));
    const place = ({ resource, path }: Finding) => (declared.length > 1 ? `${resource.name}: ${path}` : path);
    return {
      passed,
      violations: violations.map(place),
      undetermined: undetermined.map(place),
      errors: errors.map(({ message }) => message),
    };
  }
});
