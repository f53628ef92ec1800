import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { selects, selectsByMap } from "../../../policies/kubernetes/selector.ts";
import { Field } from "../../../policies/values/field.ts";
import { UNKNOWN } from "../pods.ts";

const chosen = (selector: unknown, labels: unknown) => {
  const fields = new Field({ selector, labels });
  return selects(fields.at("selector"), fields.at("labels"));
};
const labels = { app: "orders", tier: "web" };
const expression = (key: string, operator: string, values?: unknown) => ({
  matchExpressions: [{ key, operator, values }],
});

describe("a label selector", () => {
  test.each<[string, unknown, boolean]>([
    ["{} selects everything", {}, true],
    ["none selects nothing", undefined, false],
    ["null selects nothing", null, false],
    ["all labels must match", { matchLabels: { app: "orders", tier: "web" } }, true],
    ["one that differs is enough", { matchLabels: { app: "orders", tier: "db" } }, false],
    ["one that is missing too", { matchLabels: { zone: "a" } }, false],
    ["In", expression("app", "In", ["carts", "orders"]), true],
    ["In, another", expression("app", "In", ["carts"]), false],
    ["In, of a missing label", expression("zone", "In", ["a"]), false],
    ["NotIn", expression("app", "NotIn", ["carts"]), true],
    ["NotIn, of a missing label", expression("zone", "NotIn", ["a"]), true],
    ["NotIn, listed", expression("app", "NotIn", ["orders"]), false],
    ["Exists", expression("app", "Exists"), true],
    ["Exists, missing", expression("zone", "Exists"), false],
    ["DoesNotExist", expression("zone", "DoesNotExist"), true],
    ["DoesNotExist, there", expression("app", "DoesNotExist"), false],
    ["both must hold", { matchLabels: { app: "orders" }, ...expression("tier", "NotIn", ["web"]) }, false],
    ["an operator that does not exist", expression("app", "Equals", ["orders"]), false],
    ["text", "app=orders", false],
    ["a list", [], false],
  ])("%s", (_, selector, expected) => {
    expect(chosen(selector, labels)).toBe(expected);
  });
  test("is undecided only where an unknown decides", () => {
    expect(chosen({ matchLabels: { app: UNKNOWN } }, labels)).toBe("unknown");
    expect(chosen({ matchLabels: { app: UNKNOWN, tier: "db" } }, labels)).toBe(false);
    expect(chosen({}, UNKNOWN)).toBe(true);
    expect(chosen({ matchLabels: { app: "orders" } }, UNKNOWN)).toBe("unknown");
    expect(chosen(expression("app", "In", ["orders", UNKNOWN]), labels)).toBe(true);
    expect(chosen(expression("app", "In", ["carts", UNKNOWN]), labels)).toBe("unknown");
  });
  test("selects any labels that hold its own", () => {
    const map = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.stringMatching(/^[a-z]{1,2}$/), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(map, map, (matchLabels, more) => {
        expect(chosen({ matchLabels }, { ...more, ...matchLabels })).toBe(true);
      }),
    );
  });
});

describe("a plain map, as Services have it", () => {
  const served = (selector: unknown) => {
    const fields = new Field({ selector, labels });
    return selectsByMap(fields.at("selector"), fields.at("labels"));
  };
  test("selects what has all of it; an empty or absent one nothing", () => {
    expect(served({ app: "orders" })).toBe(true);
    expect(served({ app: "carts" })).toBe(false);
    expect(served({})).toBe(false);
    expect(served(undefined)).toBe(false);
    expect(served(UNKNOWN)).toBe("unknown");
  });
});
