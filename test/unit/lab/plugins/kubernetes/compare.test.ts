import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, prune } from "../../../../../lab/plugins/kubernetes/compare.ts";
import { UNKNOWN } from "../../../../../lab/plugins/protocol/values.ts";
import type { ValueMap } from "../../../../../lab/plugins/protocol/values.ts";

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean());
const key = fc.constantFrom("a", "b", "c", "spec", "metadata");
const objects = fc.dictionary(
  key,
  fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: "small" }, leaf, fc.array(leaf, { minLength: 1 }), fc.dictionary(key, tie("value"))),
  })).value,
) as fc.Arbitrary<ValueMap>;

/** What controllers do to an object: fields of their own at every level. */
function decorate(value: ValueMap): ValueMap {
  const inner = Object.entries(value).map(([name, item]) => {
    const isObject = typeof item === "object" && item !== null && !Array.isArray(item);
    return [name, isObject ? decorate(item) : item] as const;
  });
  return { ...Object.fromEntries(inner), fromController: { at: "runtime" } };
}

describe("compare", () => {
  test("finds no difference in equal values, and finds every change of one key", () => {
    fc.assert(
      fc.property(objects, key, (object, changed) => {
        expect(compare(object, structuredClone(object))).toEqual([]);
        expect(compare(object, { ...object, [changed]: "something else entirely" })).toMatchObject([
          { path: [changed] },
        ]);
      }),
    );
  });

  test.each([
    [{ a: { b: 1 } }, { a: { b: 2 } }, [{ path: ["a", "b"], kind: "update" }]],
    [{ a: 1 }, {}, [{ path: ["a"], kind: "delete" }]],
    [{}, { a: { b: 1 } }, [{ path: ["a"], kind: "add" }]],
    [{ a: [{ b: 1 }] }, { a: [{ b: 1 }, { b: 2 }] }, [{ path: ["a", 1], kind: "add" }]],
    [{ a: "x" }, { a: ["x"] }, [{ path: ["a"], kind: "update" }]],
    [{ a: "x" }, { a: UNKNOWN }, [{ path: ["a"], kind: "update" }]],
    [{ a: null, b: {}, c: [] }, {}, []],
    [{}, { a: null, b: {}, c: [] }, []],
  ] as const)("from %j to %j", (before, after, differences) => {
    expect(compare(before as unknown as ValueMap, after as unknown as ValueMap)).toEqual(differences);
  });
});

describe("prune", () => {
  test("takes away whatever controllers add, at any depth, so that unchanged inputs are no difference", () => {
    fc.assert(
      fc.property(objects, (inputs) => {
        expect(compare(prune(decorate(inputs), inputs), inputs)).toEqual([]);
      }),
    );
  });

  test("keeps what was changed or removed by hand", () => {
    const inputs = { spec: { replicas: 3, paused: false }, data: { a: "1" } };
    expect(prune({ spec: { replicas: 5, strategy: {} }, data: {} }, inputs)).toEqual({
      spec: { replicas: 5 },
      data: {},
    });
  });

  test("keeps plain lists whole, and cuts lists of objects to the items that were given", () => {
    const live = { args: ["a", "b"], volumes: [{ name: "mine", added: 1 }, { name: "injected" }] };
    expect(prune(live, { args: ["a"], volumes: [{ name: "mine" }] })).toEqual({
      args: ["a", "b"],
      volumes: [{ name: "mine" }],
    });
  });
});
