import fc from "fast-check";
import { expect, test } from "vitest";
import { covers, hostSlug } from "../../../../components/gateway/hosts.ts";
import { pathMatch, slug, slugs } from "../../../../components/gateway/paths.ts";

test.each([
  ["/api/v1", "/api/v1"],
  ["/api/v1/", "/api/v1"],
  ["/api/v1/*", "/api/v1"],
  ["/", "/"],
  ["/*", "/"],
])("%s is the prefix %s", (path, value) => {
  expect(pathMatch(path)).toEqual({ type: "PathPrefix", value });
});

test("an exact path is taken as it is", () => {
  expect(pathMatch("/health/", true)).toEqual({ type: "Exact", value: "/health/" });
});

test("names of paths are valid as parts of Kubernetes names, and different in one route", () => {
  fc.assert(
    fc.property(fc.array(fc.webPath()), (paths) => {
      const names = slugs(paths.map((path) => `/${path}`));
      expect(new Set(names).size).toBe(paths.length);
      for (const name of names) expect(name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
    }),
  );
  expect(slugs(["/api/v1/*", "/", "/API/v1", "/api-v1"])).toEqual(["api-v1", "root", "api-v1-2", "api-v1-3"]);
  expect(slug("/*")).toBe("root");
});

test("a wildcard covers names below it and narrower wildcards, and not the name itself", () => {
  expect(covers("*.example.com", "shop.example.com")).toBe(true);
  expect(covers("*.example.com", "*.shop.example.com")).toBe(true);
  expect(covers("*.example.com", "*.example.com")).toBe(true);
  expect(covers("*.example.com", "example.com")).toBe(false);
  expect(covers("shop.example.com", "*.example.com")).toBe(false);
  expect(hostSlug("*.example.com")).toBe("any-example-com");
});
