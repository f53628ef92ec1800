import fc from "fast-check";
import { expect, test } from "vitest";
import { parseImageReference } from "../../../policies/kubernetes/image-reference.ts";

const DIGEST = `sha256:${"ab".repeat(32)}`;

test.each([
  ["nginx", undefined, "nginx", undefined, undefined],
  ["nginx:1.29", undefined, "nginx", "1.29", undefined],
  ["library/nginx", undefined, "library/nginx", undefined, undefined],
  ["a/b/c:d", undefined, "a/b/c", "d", undefined],
  ["localhost/orders", "localhost", "orders", undefined, undefined],
  // Without a slash it is an image called localhost, tag 5000.
  ["localhost:5000", undefined, "localhost", "5000", undefined],
  ["localhost:5000/orders", "localhost:5000", "orders", undefined, undefined],
  ["host:5000/a/b:tag", "host:5000", "a/b", "tag", undefined],
  ["[::1]:5000/a", "[::1]:5000", "a", undefined, undefined],
  ["ghcr.io/a/b__c.d-e--f", "ghcr.io", "a/b__c.d-e--f", undefined, undefined],
  [`nginx@${DIGEST}`, undefined, "nginx", undefined, DIGEST],
  [`host:5000/a/b:tag@${DIGEST}`, "host:5000", "a/b", "tag", DIGEST],
])("%s", (text, registry, repository, tag, digest) => {
  expect(parseImageReference(text)).toEqual({ registry, repository, tag, digest });
});

test.each([
  "",
  ":tag",
  "nginx:",
  "nginx@",
  "nginx@sha256:abc",
  `nginx@${DIGEST.toUpperCase()}`,
  `nginx@md5:${"a".repeat(32)}`,
  "a//b",
  "/a",
  "a/",
  "a/B",
  "a b",
  "a\n",
  "-a",
  "a..b",
  `a:${"t".repeat(129)}`,
  "https://host/a",
])("%j is no image", (text) => {
  expect(parseImageReference(text)).toBeUndefined();
});

test("takes any text, however long, in no time", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "-", "_", ".", "/", ":", "@"), maxLength: 5000 }), (text) => {
      const parsed = parseImageReference(text);
      expect(parsed === undefined || text.startsWith(parsed.registry ?? parsed.repository)).toBe(true);
    }),
    { interruptAfterTimeLimit: 2000, markInterruptAsFailure: true },
  );
});
