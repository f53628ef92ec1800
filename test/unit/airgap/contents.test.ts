import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contents } from "../../../airgap/contents.ts";
import { parseStackFile } from "../../../offline/stack-file.ts";

test("every image under its own name: what others make is read from the mirror, what the stack builds from its registry", async () => {
  const yaml = readFileSync("Pulumi.dev.yaml", "utf8")
    .replace(
      /slipway:images: .*/,
      "slipway:images: { registry: registry.dev/slipway, mirror: mirror.dev, bundle: old.json }",
    )
    .replace(
      "profile: web",
      "profile: web\n      sidecars: [{ name: proxy, image: ghcr.io/acme/proxy:1, port: 9443, probes: { readiness: { path: /ready } } }]",
    );
  const wanted = await contents("dev", parseStackFile(yaml, "Pulumi.dev.yaml"));
  const built = wanted.filter((image) => image.built);

  expect(built.length).toBeGreaterThan(0);
  for (const { reference, source } of built) {
    expect(reference).toMatch(/^registry\.dev\/slipway\/[a-z-]+:\S+$/);
    expect(source).toBe(reference);
  }
  expect(wanted).toContainEqual({
    reference: "ghcr.io/acme/proxy:1",
    source: "mirror.dev/ghcr.io/acme/proxy:1",
    built: false,
  });
  expect(wanted.map(({ source }) => source)).toContainEqual(expect.stringMatching(/^mirror\.dev\/library\/golang:/));
});
