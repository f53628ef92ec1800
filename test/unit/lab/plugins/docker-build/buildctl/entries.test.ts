import fc from "fast-check";
import { expect, test } from "vitest";
import { formatEntry, toEntry } from "../../../../../../lab/plugins/docker-build/buildctl/entries.ts";

test("what is written as raw text is read back, commas and quotes in the values included", () => {
  const entry = fc.record({
    type: fc.stringMatching(/^[a-z]{1,8}$/),
    attributes: fc.dictionary(
      fc.stringMatching(/^[a-z][a-z.-]{0,8}$/).filter((key) => key !== "type"),
      fc.stringMatching(/^[a-zA-Z0-9,"=: /]{0,12}$/),
      { noNullPrototype: true },
    ),
  });
  fc.assert(
    fc.property(entry, (value) => {
      expect(toEntry({ raw: formatEntry(value) })).toEqual(value);
    }),
  );
});

test.each([
  [{}, /exactly one type/],
  [{ inline: {}, registry: { ref: "a" } }, /exactly one type/],
  [{ raw: "ref=a" }, /has no type=/],
])("%j is refused", (entry, message) => {
  expect(() => toEntry(entry)).toThrow(message);
});

test("annotations become attributes of their own", () => {
  expect(toEntry({ image: { annotations: { "a.b": "c" }, compressionLevel: 3 } })).toEqual({
    type: "image",
    attributes: { "compression-level": "3", "annotation.a.b": "c" },
  });
});
