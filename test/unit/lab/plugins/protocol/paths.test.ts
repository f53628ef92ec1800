import { expect, test } from "vitest";
import { formatPath } from "../../../../../lab/plugins/protocol/paths.ts";

test.each([
  [["spec", "containers", 0, "image"], "spec.containers[0].image"],
  [["metadata", "annotations", "pulumi.com/waitFor"], 'metadata.annotations["pulumi.com/waitFor"]'],
  [["data", "tls.crt"], 'data["tls.crt"]'],
  [["data", 'a"b'], 'data["a\\"b"]'],
  [[0, "x"], "[0].x"],
])("%j is written %s, as the engine parses it", (path, text) => {
  expect(formatPath(path)).toBe(text);
});
