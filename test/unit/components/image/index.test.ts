import { runtime } from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { BuiltImage, resolveDigest } from "../../../../components/index.ts";
import { recorded } from "../recorded.ts";

const build = { context: "services/orders" };

async function referenceOf(outputs: Record<string, unknown>): Promise<string> {
  const { resource } = await recorded(() => new BuiltImage("orders", { build, registry: "r.dev/slipway" }), outputs);
  return new Promise((resolve) => (resource as BuiltImage).reference.apply(resolve));
}

test("what is deployed is the digest that the build returned", async () => {
  expect(await referenceOf({ digest: "sha256:0123" })).toBe("r.dev/slipway/orders@sha256:0123");
});

test("where nothing is built the reference is the tag that a build would push", async () => {
  expect(await referenceOf({})).toMatch(/^r\.dev\/slipway\/orders:([0-9a-f]{12}(-dirty)?|untracked)$/);
});

test("a tag is resolved to the digest that its registry has; a digest needs no question", async () => {
  const ask = (reference: string) =>
    new Promise(
      (resolve) =>
        void recorded(() => (resolveDigest(reference).apply(resolve), undefined as never), {
          sha256Digest: "sha256:99",
        }),
    );
  expect(await ask("r.dev/a:1")).toBe("r.dev/a@sha256:99");
  expect(await ask("r.dev/a@sha256:11")).toBe("r.dev/a@sha256:11");
});

test("a preview goes on without a registry that does not answer: the digest is not known", async () => {
  const silent: runtime.Mocks = {
    newResource: ({ name, inputs }) => ({ id: name, state: inputs as object }),
    call: () => Promise.reject(new Error("no answer")),
  };
  await runtime.setMocks(silent, "project", "stack", true);
  const { isKnown } = resolveDigest("r.dev/orders:1") as unknown as { isKnown: Promise<boolean> };
  expect(await isKnown).toBe(false);
  await runtime.disconnect();
});
