import { describe, expect, test } from "vitest";
import { evaluate } from "../../policies/evaluate.ts";
import type { Metadata, Rule, StackRule, TypeRule } from "../../policies/rule.ts";
import { table } from "../../policies/rules/index.ts";
import { goodPod, resourceOf } from "./pods.ts";

const [example] = table;
if (!example) throw new Error("the table is empty");

const { description, level, severity, framework, remediation, url } = example;
const metadata: Metadata = { name: "a-rule", description, level, severity, framework, remediation, url };
const rule = (checkResource: TypeRule["checkResource"]): TypeRule => ({
  ...metadata,
  types: ["kubernetes:apps/v1:Deployment"],
  checkResource,
});
const refuses = rule(({ props }, require) => require(false, props, "must not be"));
const pods = [resourceOf(goodPod), { ...resourceOf(goodPod), name: "other" }];

describe("levels", () => {
  const levels = { dev: "advisory", staging: "disabled", prod: "mandatory" } as const;
  const rules = [{ ...refuses, level: levels }];

  test.each([
    ["prod", "mandatory", 2, true],
    ["dev", "advisory", 2, false],
    ["staging", "disabled", 0, false],
  ] as const)("%s: %s", (environment, expected, failed, blocked) => {
    const verdict = evaluate(pods, { environment, rules });
    expect(verdict).toMatchObject({ blocked, rules: [{ level: expected, passed: 0 }, { rule: "policy-error" }] });
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
      rules: [{ passed: 1, failed: [], undetermined: [{ resource: { name: "mixed" } }] }, { failed: [] }],
    });
  });
});

describe("a rule is shown only what concerns it", () => {
  const shown: string[] = [];
  const note = (name: string) => void shown.push(name);
  const rules: Rule[] = [
    { ...metadata, checkPod: ({ object }) => note(`pod ${object.kind}`) },
    { ...metadata, kinds: ["Service"], checkObject: ({ kind }) => note(`object ${kind}`) },
    { ...metadata, kinds: "all", checkObject: ({ kind }) => note(`any ${kind}`) },
    { ...metadata, types: ["aws:kms/key:Key"], checkResource: ({ type }) => note(type) },
    { ...metadata, checkStack: ({ resources }) => note(`stack of ${resources.length}`) },
  ];
  test("by kind, by type, or as a whole", () => {
    const resources = ["kubernetes:core/v1:Service", "aws:kms/key:Key", "slipway:index:Service"].map((type) => ({
      type,
      name: "x",
      props: {},
    }));
    evaluate([resourceOf(goodPod), ...resources], { environment: "dev", rules });
    expect(shown).toEqual([
      "pod Deployment.apps",
      "object Service",
      "any Deployment.apps",
      "any Service",
      "aws:kms/key:Key",
      "stack of 4",
    ]);
  });
});

describe("a rule that fails", () => {
  const broken = rule(({ name }) => {
    if (name === "orders") throw new TypeError("cannot read s3cret");
  });

  test.each([
    ["prod", true],
    ["staging", true],
    ["dev", false],
  ] as const)("is a violation of policy-error where it failed, which blocks %s: %s", (environment, blocked) => {
    const verdict = evaluate(pods, { environment, rules: [broken] });
    expect(verdict.blocked).toBe(blocked);
    expect(verdict.rules).toMatchObject([
      { rule: "a-rule", passed: 0, failed: [] },
      { rule: "policy-error", failed: [{ resource: { name: "orders" } }] },
    ]);
  });
  test("loses no other rule's findings, and its error is not quoted", () => {
    const verdict = evaluate(pods, { environment: "prod", rules: [broken, refuses] });
    expect(verdict.rules[1]?.failed.map(({ resource }) => resource.name)).toEqual(["orders", "other"]);
    expect(verdict.rules[2]?.failed[0]?.message).toMatch(/^rule a-rule failed \(TypeError\)/);
    expect(JSON.stringify(verdict)).not.toContain("s3cret");
  });
  test("keeps what it found before", () => {
    const half = rule(({ props }, require) => {
      require(true, props, "holds");
      require(false, props, "must not be");
      throw new Error();
    });
    const { rules } = evaluate([resourceOf(goodPod)], { environment: "prod", rules: [half] });
    expect(rules.map(({ failed }) => failed.length)).toEqual([1, 1]);
  });
  test("may be waived", () => {
    const waiver = { rule: "policy-error", resource: "orders", owner: "a", reason: "b", ticket: "c" };
    const waivers = [{ ...waiver, expires: "2999-12-31" }];
    expect(evaluate(pods, { environment: "prod", rules: [broken], waivers })).toMatchObject({
      blocked: false,
      unusedWaivers: [],
    });
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
  const atMostOne: StackRule = {
    ...metadata,
    checkStack({ resources }, about) {
      for (const [index, resource] of resources.entries())
        about(resource)(index === 0, resource.props, "must be alone");
    },
  };

  test("blame a resource", () => {
    expect(evaluate(pods, { environment: "prod", rules: [atMostOne] }).rules).toMatchObject([
      { passed: 1, failed: [{ resource: { name: "other" }, message: "must be alone" }] },
      { rule: "policy-error", failed: [] },
    ]);
  });
  test("fail as a whole", () => {
    const broken: StackRule = {
      ...metadata,
      checkStack({ resources }, about) {
        for (const resource of resources) about(resource)(true, resource.props, "holds");
        throw new RangeError();
      },
    };
    expect(evaluate(pods, { environment: "prod", rules: [broken] }).rules).toMatchObject([
      { passed: 0, failed: [] },
      { rule: "policy-error", failed: [{ resource: { type: "pulumi:pulumi:Stack" } }] },
    ]);
  });
});
