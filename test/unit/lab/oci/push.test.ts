import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pushBlob, pushManifest } from "../../../../lab/oci/push.ts";
import { startFakeRegistry, type FakeRegistry } from "./fake-registry.ts";

let registry: FakeRegistry;
beforeAll(async () => {
  registry = await startFakeRegistry();
});
afterAll(() => registry.close());

test("any content arrives whole, in however many pieces it is made, under the digest of all of it", async () => {
  const target = { registry: registry.address, repository: "any" };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }), async (pieces) => {
      const chunks = pieces.map((piece) => Buffer.from(piece));
      const whole = Buffer.concat(chunks);
      const { digest, size } = await pushBlob(target, "application/x", () => chunks);
      expect(digest).toBe(`sha256:${createHash("sha256").update(whole).digest("hex")}`);
      expect(size).toBe(whole.length);
      expect(registry.blobs.get(digest)).toEqual(whole);
    }),
    { numRuns: 25 },
  );
});

test("content that breaks off is its own error, and nothing is kept of it", async () => {
  const before = registry.blobs.size;
  const breaks = function* (): Generator<Buffer> {
    yield Buffer.from("half");
    throw new Error("the disk is gone");
  };
  const push = pushBlob({ registry: registry.address, repository: "half" }, "application/x", breaks);
  await expect(push).rejects.toThrow("the disk is gone");
  expect(registry.blobs.size).toBe(before);
});

test("a registry that refuses a push is quoted", async () => {
  const closed = await startFakeRegistry({ login: "somebody:else" });
  const push = pushBlob({ registry: closed.address, repository: "x" }, "application/x", () => []);
  await expect(push).rejects.toThrow(/registry answered 401 to a push \(\/v2\/x\/blobs/);
  await closed.close();
});

test("a manifest's digest is that of its bytes", async () => {
  const digest = await pushManifest({ registry: registry.address, repository: "m" }, "1", "application/x", { a: 1 });
  expect(digest).toBe(`sha256:${createHash("sha256").update('{"a":1}').digest("hex")}`);
});
