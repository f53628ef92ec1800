import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildSpec } from "../../../../components/image/build.ts";
import { catalog } from "../../../../components/image/catalog.ts";
import { withDigest } from "../../../../components/image/resolve.ts";

const revision = { commit: "0123456789ab", time: "2026-11-21T00:00:00Z" };

test("a build knows its commit and its time, and pushes one tag", () => {
  expect(buildSpec({ context: "services/orders" }, "r.dev/slipway/orders", revision)).toEqual({
    context: { location: "services/orders" },
    dockerfile: { location: "services/orders/Dockerfile" },
    tags: ["r.dev/slipway/orders:0123456789ab"],
    push: true,
    buildOnPreview: false,
    buildArgs: {
      GO_IMAGE: catalog.golang,
      VERSION: revision.commit,
      COMMIT: revision.commit,
      BUILD_TIME: revision.time,
    },
  });
});

test("the base comes from the mirror, and platforms are passed on", () => {
  const spec = buildSpec({ context: ".", platforms: ["linux/arm64"] }, "r/x", revision, "m:5000");
  expect(spec).toMatchObject({ buildArgs: { GO_IMAGE: "m:5000/library/golang:1.26.8" }, platforms: ["linux/arm64"] });
});

test("the Dockerfile's own default is the catalog's base, so that a plain `docker build` gives the same image", () => {
  const dockerfile = readFileSync("services/orders/Dockerfile", "utf8");
  const [, base] = /^ARG GO_IMAGE=(.+)$/m.exec(dockerfile) ?? [];
  expect(catalog.golang).toBe(`docker.io/library/${base}`);
});

test.each([
  ["localhost:5000/orders:1.2", "localhost:5000/orders@sha256:00"],
  ["localhost:5000/orders", "localhost:5000/orders@sha256:00"],
])("a digest takes the place of the tag: %s", (reference, pinned) => {
  expect(withDigest(reference, "sha256:00")).toBe(pinned);
  expect(withDigest(reference, undefined)).toBe(reference);
});
