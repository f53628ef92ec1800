import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { bundled, readBundle } from "../../../../components/image/bundle.ts";

const folder = mkdtempSync(join(tmpdir(), "slipway-bundle-"));
afterAll(() => rmSync(folder, { recursive: true }));

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const bundle = {
  file: "slipway-bundle.json",
  images: [
    { reference: "docker.io/library/nginx:1.29", digest: digest("a"), platforms: ["linux/amd64"], size: 1 },
    { reference: "localhost:5000/slipway/orders:0123abc", digest: digest("b"), platforms: ["linux/amd64"], size: 1 },
  ],
};

describe("the image of a bundle", () => {
  test.each([
    ["nginx:1.29", "mirror.internal/library/nginx"],
    ["docker.io/library/nginx:1.29", "mirror.internal/library/nginx"],
  ])("%s is found in any short form, in the mirror and by digest", (reference, repository) => {
    expect(bundled(bundle, reference, "mirror.internal")).toBe(`${repository}@${digest("a")}`);
  });
  test("that the stack builds is found by its repository, whatever commit the checkout is at", () => {
    const reference = bundled(bundle, "localhost:5000/slipway/orders", "mirror.internal:5001/all");
    expect(reference).toBe(`mirror.internal:5001/all/localhost_5000/slipway/orders@${digest("b")}`);
  });
  test("comes from its own registry where there is no mirror", () => {
    expect(bundled(bundle, "nginx:1.29", undefined)).toBe(`docker.io/library/nginx@${digest("a")}`);
  });
  test.each(["nginx:1.30", "acme/nginx:1.29", "localhost:5000/slipway/order"])(
    "%s is another, and refused",
    (other) => {
      expect(() => bundled(bundle, other, "mirror.internal")).toThrow(
        `${other}: not in the bundle slipway-bundle.json`,
      );
    },
  );
});

describe("reading a manifest", () => {
  test("that is not there names the commands that make one", () => {
    expect(() => readBundle(join(folder, "none.json"))).toThrow(/none\.json: no such file; `make bundle` writes it/);
  });
  test.each(["", "{}", '{"images":[{}]}', "[]"])("refuses %j", (text) => {
    const file = join(folder, "wrong.json");
    writeFileSync(file, text);
    expect(() => readBundle(file)).toThrow(/wrong\.json: is not the manifest of a bundle/);
  });
});
