import { describe, expect, test } from "vitest";
import { rule } from "../../../policies/rules/container-resource-limits.ts";
import { COMPLIES, found, goodContainer, UNKNOWN, UNKNOWN_OBJECT } from "../pods.ts";

const { resources } = goodContainer;
const pod = (of: unknown, list = "containers") => ({ [list]: [{ name: "app", resources: of }] });
const all = (list: string) =>
  ["limits.memory", "requests.memory", "requests.cpu"].map((field) => `${list}[0].resources.${field}`);

describe.each(["initContainers", "containers"])("in %s", (list) => {
  test("a memory limit and both requests comply, with no CPU limit", () => {
    expect(found(rule, pod(resources, list))).toEqual(COMPLIES);
  });
  test.each([undefined, null, {}, "64Mi", []])("resources %j lack all three", (of) => {
    expect(found(rule, pod(of, list)).violations).toEqual(all(list));
  });
  test("unknown resources are undetermined, all three", () => {
    expect(found(rule, pod(UNKNOWN_OBJECT, list))).toEqual({ violations: [], undetermined: all(list), passed: 0 });
  });
});

test("ephemeral containers cannot have resources", () => {
  expect(found(rule, pod(undefined, "ephemeralContainers")).violations).toEqual([]);
});

test("each is missed by itself, also when another is unknown", () => {
  const of = { limits: { memory: UNKNOWN }, requests: { memory: "64Mi" } };
  expect(found(rule, pod(of))).toMatchObject({
    violations: ["containers[0].resources.requests.cpu"],
    undetermined: ["containers[0].resources.limits.memory"],
  });
});

test.each(["0", "0Mi", "", "lots", "-1Gi", 0, -1, NaN, true, [1]])("a memory limit of %j is none", (memory) => {
  expect(found(rule, pod({ ...resources, limits: { memory } })).violations).toEqual([
    "containers[0].resources.limits.memory",
  ]);
});

describe("resources of the whole pod", () => {
  test("serve for every container", () => {
    expect(found(rule, { resources, ...pod(undefined) })).toEqual(COMPLIES);
  });
  test("leave open what they do not set", () => {
    expect(found(rule, { resources: { limits: { memory: "1Gi" } }, ...pod(undefined) }).violations).toEqual(
      all("containers").slice(1),
    );
  });
  test("are not needed by a container that has its own", () => {
    expect(found(rule, { resources: UNKNOWN_OBJECT, ...pod(resources) })).toEqual(COMPLIES);
  });
});
