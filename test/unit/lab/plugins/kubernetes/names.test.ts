import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NamingError, named, newFieldManager } from "../../../../../lab/plugins/kubernetes/names.ts";
import type { Naming } from "../../../../../lab/plugins/kubernetes/names.ts";
import { UNKNOWN } from "../../../../../lab/plugins/protocol/values.ts";
import type { ValueMap } from "../../../../../lab/plugins/protocol/values.ts";

const seed = Uint8Array.of(1, 2, 3);
const naming = (change: Partial<Naming> = {}): Naming => ({
  resourceName: "orders",
  randomSeed: seed,
  autonaming: { mode: "default", proposedName: "" },
  ...change,
});
const nameOf = (inputs: ReturnType<typeof named>) => (inputs.metadata as { name: string }).name;

describe("an object without a name", () => {
  test("is called <resource>-<8 hex>, the same for the same seed, another for another", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.uint8Array({ minLength: 1 }), (one, other) => {
        const first = nameOf(named({}, {}, naming({ randomSeed: one })));
        expect(first).toMatch(/^orders-[0-9a-f]{8}$/);
        expect(nameOf(named({}, {}, naming({ randomSeed: one })))).toBe(first);
        fc.pre(Buffer.compare(one, other) !== 0);
        expect(nameOf(named({}, {}, naming({ randomSeed: other })))).not.toBe(first);
      }),
    );
  });

  test("keeps its labels and annotations beside the mark of an automatic name", () => {
    const inputs = named({ metadata: { labels: { a: "b" }, annotations: { c: "d" } } }, {}, naming());
    expect(inputs.metadata).toMatchObject({
      labels: { a: "b" },
      annotations: { c: "d", "pulumi.com/autonamed": "true" },
    });
  });

  test("keeps the automatic name that it had, and not a name that a person had given", () => {
    const automatic = { metadata: { name: "orders-0badcafe", annotations: { "pulumi.com/autonamed": "true" } } };
    expect(nameOf(named({}, automatic, naming()))).toBe("orders-0badcafe");
    expect(nameOf(named({}, { metadata: { name: "orders" } }, naming()))).toMatch(/^orders-[0-9a-f]{8}$/);
  });

  test.each(["propose", "enforce"] as const)("takes the engine's name where it has one (%s)", (mode) => {
    expect(nameOf(named({}, {}, naming({ autonaming: { mode, proposedName: "theirs" } })))).toBe("theirs");
  });

  test("is refused where the engine forbids automatic names", () => {
    const forbidden = naming({ autonaming: { mode: "disabled", proposedName: "" } });
    expect(() => named({}, {}, forbidden)).toThrow(NamingError);
    expect(named({ metadata: { name: "mine" } }, {}, forbidden)).toEqual({ metadata: { name: "mine" } });
  });
});

test.each<[string, ValueMap]>([
  ["a name", { metadata: { name: "mine" } }],
  ["a name that is not known yet", { metadata: { name: UNKNOWN } }],
  ["generateName", { metadata: { generateName: "mine-" } }],
  ["metadata that are not known yet", { metadata: UNKNOWN }],
])("inputs with %s are left as they are", (_, inputs) => {
  expect(named(inputs, {}, naming())).toBe(inputs);
});

test("field managers are each resource's own", () => {
  expect(newFieldManager()).toMatch(/^pulumi-kubernetes-[0-9a-f]{8}$/);
  expect(newFieldManager()).not.toBe(newFieldManager());
});
