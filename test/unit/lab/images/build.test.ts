import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureImage, fingerprint } from "../../../../lab/images/build.ts";
import type { LabImage, Plan } from "../../../../lab/images/image.ts";
import { startFakeRegistry, type FakeRegistry } from "../oci/fake-registry.ts";

let registry: FakeRegistry;
beforeAll(async () => {
  registry = await startFakeRegistry();
});
afterAll(() => registry.close());

const plan: Plan = {
  config: { User: "65535:65535", Entrypoint: ["/hello"] },
  ingredients: ["v1"],
  fill: async (root) => {
    await writeFile(join(root, "hello"), "hi", { mode: 0o755 });
    return [];
  },
};
const image: LabImage = { repository: "lab/hello", tag: "1", plan: () => Promise.resolve(plan) };

interface Stored {
  config: { digest: string };
  layers: { digest: string; size: number }[];
}
const manifest = (): Stored => JSON.parse(registry.manifests.get("lab/hello:1")!.body.toString()) as Stored;

test("an image is made once, and again only when an ingredient changes", async () => {
  expect(await ensureImage(image, plan, registry.address)).toBe(true);
  registry.requests.length = 0;
  expect(await ensureImage(image, plan, registry.address)).toBe(false);
  expect(registry.requests).toEqual(["GET /v2/lab/hello/manifests/1"]);
  expect(await ensureImage(image, { ...plan, ingredients: ["v2"] }, registry.address)).toBe(true);
  expect(await ensureImage(image, { ...plan, config: { Entrypoint: ["/other"] } }, registry.address)).toBe(true);
});

test("what the manifest names is in the registry, and the configuration names the layers as they are unpacked", async () => {
  await ensureImage(image, plan, registry.address);
  const { config, layers } = manifest();
  const stored = JSON.parse(registry.blobs.get(config.digest)!.toString()) as {
    config: object;
    rootfs: { diff_ids: string[] };
  };
  expect(stored.config).toEqual(plan.config);
  expect(stored.rootfs.diff_ids).toEqual(layers.map(({ digest }) => digest));
  const { stdout } = await execa("tar", ["--list", "--verbose", "--numeric-owner"], {
    input: registry.blobs.get(layers[0]!.digest)!,
  });
  expect(stdout).toMatch(/-rwxr-xr-x 0\/0 .* \.\/hello/);
});

test("a folder that cannot be read fails the push instead of making half an image", async () => {
  const broken: Plan = {
    ...plan,
    ingredients: ["broken"],
    fill: () => Promise.resolve([{ folder: "/nowhere/at/all" }]),
  };
  const before = registry.manifests.get("lab/hello:1")?.body.toString();
  await expect(ensureImage(image, broken, registry.address)).rejects.toThrow(/nowhere\/at\/all/);
  expect(registry.manifests.get("lab/hello:1")?.body.toString()).toBe(before);
});

test("the fingerprint depends on ingredients and configuration, not on how an image is filled", () => {
  expect(fingerprint(plan)).toBe(fingerprint({ ...plan, ingredients: ["v1"] }));
  expect(fingerprint(plan)).not.toBe(fingerprint({ ...plan, config: {} }));
});
