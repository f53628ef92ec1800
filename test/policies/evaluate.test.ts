import { describe, expect, test } from "vitest";
import { evaluate } from "../../policies/evaluate.ts";
import type { ResourceRule, StackRule } from "../../policies/rule.ts";
import { table } from "../../policies/rules/index.ts";
import { goodPod, resourceOf } from "./pods.ts";

const [example] = table;
if (!example) throw new Error("the table is empty");

const rule = (check: ResourceRule["check"], more: Partial<ResourceRule> = {}): ResourceRule => ({
  ...example,
  name: "a-rule",
  check,
  ...more,
});
const refuses = rule(({ props }, require) => require(false, props, "must not be"));
const pods = [resourceOf(goodPod), { ...resourceOf(goodPod), name: "other" }];

describe("levels", () => {
  const level = { dev: "advisory", staging: "disabled", prod: "mandatory" } as const;
  const rules = [{ ...refuses, level }];

  test.each([
    ["prod", "mandatory", 2, true],
    ["dev", "advisory", 2, false],
    ["staging", "disabled", 0, false],
  ] as const)("%s: %s", (environment, expected, failed, blocked) => {
    const verdict = evaluate(pods, { environment, rules });
    expect(verdict).toMatchObject({ blocked, rules: [{ level: expected, passed: 0 }] });
    expect(verdict.rules[0]?.failed).toHaveLength(failed);
  });
  test("those of pack config win", () => {
    expect(evaluate(pods, { environment: "prod", rules, levels: { "a-rule": "advisory" } }).blocked).toBe(false);
    expect(evaluate(pods, { environment: "staging", rules, levels: { "a-rule": "mandatory" } }).blocked).toBe(true);
  });
});

describe("counting", () => {
  test("a resource passes if a fact was stated about it and all hold", () => {
    const picky = rule(({ props, name }, require) => {
      if (name !== "other") require(true, props, "");
      if (name === "mixed") require("unknown", props, "");
      if (name === "mixed") require(true, props, "");
    });
    expect(
      evaluate([...pods, { ...resourceOf(goodPod), name: "mixed" }], { environment: "dev", rules: [picky] }),
    ).toMatchObject({
      resources: 3,
      blocked: false,
      rules: [{ passed: 1, failed: [], undetermined: [{ resource: { name: "mixed" } }] }],
    });
  });
});

describe("a rule that fails", () => {
  const broken = rule(({ name }) => {
    if (name === "orders") throw new TypeError("cannot read s3cret");
  });

  test("is violated where it failed, without losing the others' findings or quoting the error", () => {
    const verdict = evaluate(pods, { environment: "prod", rules: [broken, refuses] });
    expect(verdict.blocked).toBe(true);
    expect(verdict.rules.map(({ failed }) => failed.map(({ resource }) => resource.name))).toEqual([
      ["orders"],
      ["orders", "other"],
    ]);
    expect(verdict.rules[0]?.failed[0]?.message).toContain("(TypeError)");
    expect(JSON.stringify(verdict)).not.toContain("s3cret");
  });
  test("keeps what it found before", () => {
    const half = rule(({ props }, require) => {
      require(true, props, "holds");
      require(false, props, "must not be");
      throw new Error();
    });
    expect(evaluate([resourceOf(goodPod)], { environment: "prod", rules: [half] }).rules[0]?.failed).toHaveLength(2);
  });
});

test("a resource that a rule did not finish with has not passed", () => {
  const resources = [resourceOf(goodPod)];
  const broken = rule(({ props }, require) => {
    require(true, props, "holds");
    throw new Error();
  });
  expect(evaluate(resources, { environment: "prod", rules: [broken] }).rules[0]?.passed).toBe(0);
});

describe("rules about the whole stack", () => {
  const { name, description, level, severity, framework, remediation, url } = refuses;
  const metadata = { name, description, level, severity, framework, remediation, url };
  const atMostOne: StackRule = {
    ...metadata,
    checkStack(resources, about) {
      for (const [index, resource] of resources.entries())
        about(resource)(index === 0, resource.props, "must be alone");
    },
  };

  test("blame a resource", () => {
    expect(evaluate(pods, { environment: "prod", rules: [atMostOne] }).rules).toMatchObject([
      { passed: 1, failed: [{ resource: { name: "other" }, message: "must be alone" }] },
    ]);
  });
  test("fail as a whole", () => {
    const broken: StackRule = {
      ...metadata,
      checkStack(resources, about) {
        for (const resource of resources) about(resource)(true, resource.props, "holds");
        throw new RangeError();
      },
    };
    expect(evaluate(pods, { environment: "prod", rules: [broken] }).rules).toMatchObject([
      { passed: 0, failed: [{ resource: { type: "pulumi:pulumi:Stack" } }] },
    ]);
  });
});
