import fc from "fast-check";
import { expect, test } from "vitest";
import { contentHash } from "../../../../components/configuration/hash.ts";

const files = fc.dictionary(fc.string(), fc.string());

test("the order of files does not matter", () => {
  fc.assert(
    fc.property(files, (content) => {
      const reversed = Object.fromEntries(Object.entries(content).reverse());
      expect(contentHash(reversed)).toBe(contentHash(content));
      expect(contentHash(content)).toMatch(/^[0-9a-f]{10}$/);
    }),
  );
});

test("other contents have another hash, also where names and texts run into each other", () => {
  fc.assert(
    fc.property(files, files, (a, b) => {
      fc.pre(JSON.stringify(Object.entries(a).sort()) !== JSON.stringify(Object.entries(b).sort()));
      expect(contentHash(a)).not.toBe(contentHash(b));
    }),
  );
  expect(contentHash({ a: "bc" })).not.toBe(contentHash({ ab: "c" }));
  expect(contentHash({ a: "", b: "" })).not.toBe(contentHash({ a: "b" }));
});
