import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureImage, fingerprint } from "../../../../lab/images/build.ts";
import { isStatic, moduleEnvironment } from "../../../../lab/images/golang.ts";
import type { LabImage, Plan } from "../../../../lab/images/image.ts";
import { labImageReference, labImages } from "../../../../lab/images/index.ts";
import { tarOf } from "../../../../lab/images/layer.ts";
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

test("the same files are the same bytes, whoever wrote them and when", async () => {
  const digestOf = async (umask: number, names: string[]): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), "layer-"));
    await mkdir(join(folder, "sub"), { mode: 0o777 & ~umask });
    for (const name of names) await writeFile(join(folder, name), name);
    for (const name of names) await chmod(join(folder, name), 0o666 & ~umask);
    return createHash("sha256")
      .update(await buffer(tarOf({ folder })))
      .digest("hex");
  };
  expect(await digestOf(0o022, ["a", "sub/b"])).toBe(await digestOf(0o077, ["sub/b", "a"]));
});

test("a folder lands where its layer says, without what it leaves out, its links unharmed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "layer-"));
  await mkdir(join(folder, "src/test"), { recursive: true });
  await mkdir(join(folder, "test"));
  await writeFile(join(folder, "src/test/kept"), "");
  await writeFile(join(folder, "test/dropped"), "");
  await symlink("./src", join(folder, "link"));
  const tar = await buffer(tarOf({ folder, at: "usr/local/go", without: ["test"] }));
  const { stdout } = await execa("tar", ["--list", "--verbose"], { input: tar });
  expect(stdout).toContain("usr/local/go/src/test/kept");
  expect(stdout).toContain("usr/local/go/link -> ./src");
  expect(stdout).not.toContain("dropped");
});

test("a folder that cannot be read fails the push instead of making half an image", async () => {
  const broken: Plan = {
    ...plan,
    ingredients: ["broken"],
    fill: () => Promise.resolve([{ folder: "/nowhere/at/all" }]),
  };
  const before = registry.manifests.get("lab/hello:1")?.body.toString();
  await expect(ensureImage(image, broken, registry.address)).rejects.toThrow();
  expect(registry.manifests.get("lab/hello:1")?.body.toString()).toBe(before);
});

test("only what differs from Go's defaults is passed into the build base", () => {
  const defaults = { GOPROXY: "https://modules.example,direct", GOSUMDB: "sums.example", GOFLAGS: "" };
  expect(moduleEnvironment(defaults)).toEqual([]);
  expect(moduleEnvironment({ ...defaults, GOPROXY: "https://mirror.example" })).toEqual([
    "GOPROXY=https://mirror.example",
  ]);
});

test("a program that needs an interpreter is told from one that needs none", () => {
  // ELF64 header with one program header at offset 64; type 3 is PT_INTERP, 1 is PT_LOAD.
  const elf = (type: number): Buffer => {
    const bytes = Buffer.alloc(120);
    bytes.writeBigUInt64LE(64n, 32);
    bytes.writeUInt16LE(56, 54);
    bytes.writeUInt16LE(1, 56);
    bytes.writeUInt32LE(type, 64);
    return bytes;
  };
  expect(isStatic(elf(1))).toBe(true);
  expect(isStatic(elf(3))).toBe(false);
});

test("every image has a fixed tag and none that serves a pod runs as root", async () => {
  for (const name of ["pause", "coredns"] as const) {
    expect(labImageReference(name)).toMatch(/^localhost:5000\/[a-z/]+:[\d.]+$/);
    const tools = { bin: () => process.execPath };
    const { config } = await labImages[name].plan(tools);
    expect(Number(config.User?.split(":")[0])).toBeGreaterThanOrEqual(10_000);
  }
});

test("the fingerprint depends on ingredients and configuration, not on how an image is filled", () => {
  expect(fingerprint(plan)).toBe(fingerprint({ ...plan, ingredients: ["v1"] }));
  expect(fingerprint(plan)).not.toBe(fingerprint({ ...plan, config: {} }));
});
