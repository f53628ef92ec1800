import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readManifest } from "../../../airgap/archive.ts";
import { writeBundle } from "../../../airgap/bundle.ts";
import { readBundle } from "../../../components/image/bundle.ts";
import { fakeImage, fakeOras, silent } from "./fixture.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slipway-bundle-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const orders = fakeImage("orders", ["linux/arm64", "linux/amd64"]);
const golang = fakeImage("golang", ["linux/amd64"]);
const { oras } = fakeOras({ "localhost:5000/slipway/orders:1": orders, "mirror/library/golang:1": golang });
const wanted = [
  { reference: "docker.io/library/golang:1", source: "mirror/library/golang:1", built: false },
  { reference: "localhost:5000/slipway/orders:1", source: "localhost:5000/slipway/orders:1", built: true },
];
const bundle = (out: string, images = wanted) => writeBundle(images, { oras, out, stack: "dev", progress: silent });
const inside = (archive: string, file: string) => execFileSync("tar", ["-xOf", archive, file], { encoding: "utf8" });

test("lists each image under its own name, with digest, platforms (attestations are none) and the bytes of all parts", async () => {
  const images = await bundle(join(folder, "a.tar"));
  const size = (blobs: Record<string, string>) => Object.values(blobs).join("").length;
  expect(images).toEqual([
    { reference: wanted[0]!.reference, digest: golang.digest, platforms: ["linux/amd64"], size: size(golang.blobs) },
    {
      reference: wanted[1]!.reference,
      digest: orders.digest,
      platforms: ["linux/amd64", "linux/arm64"],
      size: size(orders.blobs),
    },
  ]);
});

test("the archive is an image layout whose index names every image, and holds every part of it", async () => {
  const archive = join(folder, "a.tar");
  await bundle(archive);
  const { manifests } = JSON.parse(inside(archive, "index.json")) as {
    manifests: { digest: string; annotations: object }[];
  };
  expect(manifests.map(({ digest, annotations }) => [digest, Object.values(annotations)])).toEqual([
    [golang.digest, [wanted[0]!.reference, wanted[0]!.reference]],
    [orders.digest, [wanted[1]!.reference, wanted[1]!.reference]],
  ]);
  for (const [digest, content] of Object.entries({ ...golang.blobs, ...orders.blobs })) {
    expect(inside(archive, `blobs/${digest.replace(":", "/")}`)).toBe(content);
  }
});

test("the manifest inside and the one beside are the same, and the stack can read it", async () => {
  const images = await bundle(join(folder, "a.tar"));
  expect(readBundle(join(folder, "a.json")).images).toEqual(images);
  expect(await readManifest(join(folder, "a.tar"))).toBe(readFileSync(join(folder, "a.json"), "utf8"));
});

test("twice gives the same bytes, and leaves nothing else behind", async () => {
  await bundle(join(folder, "a.tar"));
  await bundle(join(folder, "b.tar"));
  expect(readFileSync(join(folder, "a.tar")).equals(readFileSync(join(folder, "b.tar")))).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(["a.json", "a.tar", "b.json", "b.tar"]);
});

test("names every image that is missing, each with its way out, and writes nothing", async () => {
  const missing = [
    ...wanted,
    { reference: "ghcr.io/acme/tool:1", source: "ghcr.io/acme/tool:1", built: false },
    { reference: "localhost:5000/slipway/cart:2", source: "localhost:5000/slipway/cart:2", built: true },
  ];
  const error: unknown = await bundle(join(folder, "a.tar"), missing).catch((reason: unknown) => reason);
  expect(String(error)).toMatch(/ghcr\.io\/acme\/tool:1: .*not found; check the name.*`docker login ghcr\.io`/);
  expect(String(error)).toMatch(/slipway\/cart:2: .*not found; `make up STACK=dev` builds and pushes it/);
  expect(readdirSync(folder)).toEqual([]);
});

test("what is no bundle is refused by name", async () => {
  await expect(readManifest(join(folder, "none.tar"))).rejects.toThrow(/none\.tar: is not a bundle/);
});
