import { expect, test } from "vitest";
import { compiledVersion } from "../../../../lab/images/compiled.ts";
import { catalog } from "../../../../lab/tools/catalog.ts";

test("an image has the version that is compiled, whether go.mod requires it in a line or in a block", () => {
  expect(compiledVersion("coredns", "github.com/coredns/coredns")).toMatch(/^\d+\.\d+\.\d+$/);
  const traefik = compiledVersion("traefik", "github.com/traefik/traefik/v3");
  expect(traefik).toBe(catalog.traefik.variables["github.com/traefik/traefik/v3/pkg/version.Version"]);
});

test("a module that is not required is a defect, and says so", () => {
  expect(() => compiledVersion("coredns", "example.com/other")).toThrow("does not require example.com/other");
});
