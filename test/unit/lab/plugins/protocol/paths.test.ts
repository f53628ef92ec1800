import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPath, parsePath } from "../../../../../lab/plugins/protocol/paths.ts";

test.each([
  [["spec", "containers", 0, "image"], "spec.containers[0].image"],
  [["metadata", "annotations", "pulumi.com/waitFor"], 'metadata.annotations["pulumi.com/waitFor"]'],
  [["data", "tls.crt"], 'data["tls.crt"]'],
  [["data", 'a"b'], 'data["a\\"b"]'],
  [[0, "x"], "[0].x"],
])("%j is written %s, as the engine parses it", (path, text) => {
  expect(formatPath(path)).toBe(text);
});

test("what is written can be read back, for any keys and indexes", () => {
  const keys = fc.string({ minLength: 1 }).filter((key) => !/[\\"]/.test(key));
  fc.assert(
    fc.property(keys, fc.array(fc.oneof(keys, fc.nat())), (first, rest) => {
      expect(parsePath(formatPath([first, ...rest]))).toEqual([first, ...rest]);
    }),
  );
});

test("a wildcard is a step of its own, and nonsense is refused with its place", () => {
  expect(parsePath('spec.containers[*].env["a.b"]')).toEqual(["spec", "containers", "*", "env", "a.b"]);
  expect(() => parsePath("spec..x")).toThrow(/spec\.\.x cannot be read at character 6/);
});
