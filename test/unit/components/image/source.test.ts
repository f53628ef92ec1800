import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { output } from "@pulumi/pulumi";
import { afterAll, describe, expect, test } from "vitest";
import { imageSource, type ImageArgs, type ImageSourceArgs } from "../../../../components/index.ts";
import { recorded } from "../recorded.ts";

const folder = mkdtempSync(join(tmpdir(), "slipway-source-"));
afterAll(() => rmSync(folder, { recursive: true }));

const digest = `sha256:${"0a".repeat(32)}`;
const bundle = join(folder, "slipway-bundle.json");
const references = ["docker.io/library/nginx:1", "registry.dev/slipway/orders:0123abc"];
writeFileSync(bundle, JSON.stringify({ images: references.map((reference) => ({ reference, digest })) }));

/** The reference of an image, and what had to be built for it. */
async function imageOf(image: Partial<ImageArgs>, from: Partial<ImageSourceArgs>) {
  const reference: string[] = [];
  const { resources } = await recorded(() => {
    const source = imageSource({ registry: "registry.dev/slipway", ...from });
    output(source({ name: "orders", ...image })).apply((it) => reference.push(it));
    return undefined as never;
  });
  return { reference: reference[0], built: resources.map(({ type }) => type) };
}

const build = { context: "services/orders" };

describe("an image that is built", () => {
  test("is pushed to the registry, its base from the mirror", async () => {
    const { reference, built } = await imageOf({ build }, { mirror: "mirror.dev" });
    expect(reference).toMatch(/^registry\.dev\/slipway\/orders:/);
    expect(built).toContain("docker-build:index:Image");
  });
  test("is not built where a bundle has it, and comes from the mirror by digest", async () => {
    expect(await imageOf({ build }, { mirror: "mirror.dev", bundle })).toEqual({
      reference: `mirror.dev/registry.dev/slipway/orders@${digest}`,
      built: [],
    });
  });
});

describe("a ready-made image", () => {
  test.each([
    [{}, "nginx:1"],
    [{ mirror: "mirror.dev" }, "mirror.dev/library/nginx:1"],
    [{ bundle }, `docker.io/library/nginx@${digest}`],
    [{ mirror: "mirror.dev", bundle, resolveDigests: true }, `mirror.dev/library/nginx@${digest}`],
  ])("with %j is %s", async (from, reference) => {
    expect(await imageOf({ image: "nginx:1" }, from)).toEqual({ reference, built: [] });
  });
});
