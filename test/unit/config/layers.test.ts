import fc from "fast-check";
import { expect, test } from "vitest";
import { merged } from "../../../config/layers.ts";

/** Few names, so that layers meet. */
const layer = fc.dictionary(fc.constantFrom("A", "B", "C", "D", "__proto__"), fc.string());

test("the last layer that says something about a setting wins", () => {
  fc.assert(
    fc.property(fc.array(layer, { minLength: 1 }), (layers) => {
      const result = merged(...layers);
      for (const name of layers.flatMap((each) => Object.keys(each))) {
        expect(result[name]).toBe(layers.findLast((each) => Object.hasOwn(each, name))?.[name]);
      }
      expect(Object.keys(result).every((name) => layers.some((each) => Object.hasOwn(each, name)))).toBe(true);
    }),
  );
});

test("layers may be merged in any grouping, and an empty one changes nothing", () => {
  fc.assert(
    fc.property(layer, layer, layer, (a, b, c) => {
      expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)));
      expect(merged(a, {})).toEqual(merged(a));
      expect(merged({}, a)).toEqual(merged(a));
      expect(merged(a, a)).toEqual(merged(a));
    }),
  );
});

test("the order in which names were written shows nowhere", () => {
  fc.assert(
    fc.property(layer, layer, (a, b) => {
      const reversed = (each: Record<string, string>) => Object.fromEntries(Object.entries(each).reverse());
      expect(JSON.stringify(merged(reversed(a), reversed(b)))).toBe(JSON.stringify(merged(a, b)));
    }),
  );
});
