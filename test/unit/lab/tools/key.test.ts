import { expect, test } from "vitest";
import type { Tool } from "../../../../lab/tools/catalog.ts";
import { buildFlags, cacheKey, type Ingredients } from "../../../../lab/tools/key.ts";
import { tool } from "./fixture.ts";

const base: Ingredients = {
  goMod: "module a",
  goSum: "sum",
  tool,
  go: { version: "go1.26.8", arch: "amd64", os: "linux" },
};
const withTool = (change: Partial<Tool>): Ingredients => ({ ...base, tool: { ...tool, ...change } });

test.each<[string, Ingredients]>([
  ["go.mod", { ...base, goMod: "module b" }],
  ["go.sum", { ...base, goSum: "other" }],
  ["a main package of our own", { ...base, sources: ["package main"] }],
  ["build tags", withTool({ tags: ["no_zfs"] })],
  ["link-time variables", withTool({ variables: { "main.version": "1" } })],
  ["a rename", withTool({ renames: { server: "hello" } })],
  ["a script", withTool({ scripts: [{ module: "m", path: "p" }] })],
  ["a file", withTool({ files: [{ module: "m", path: "p" }] })],
  ["Go's version", { ...base, go: { ...base.go, version: "go1.27.0" } }],
  ["the architecture", { ...base, go: { ...base.go, arch: "arm64" } }],
  ["the operating system", { ...base, go: { ...base.go, os: "darwin" } }],
])("%s changes the key", (_, changed) => {
  expect(cacheKey(changed)).not.toBe(cacheKey(base));
});

test("what does not change the binaries keeps the key", () => {
  const measured = withTool({ group: "cluster", disk: { modules: 9, build: 9, binaries: 9 }, yieldsTo: "hello" });
  expect(cacheKey(measured)).toBe(cacheKey(base));
  expect(cacheKey({ ...base, sources: [] })).toBe(cacheKey(base));
});

test("binaries are stripped, free of build paths, and carry tags and variables", () => {
  const flags = buildFlags({ ...tool, tags: ["a", "b"], variables: { "m.x": "1", "m.y": "2" } });
  expect(flags).toEqual(["-trimpath", "-buildvcs=false", "-tags=a,b", "-ldflags=-s -w -X m.x=1 -X m.y=2"]);
});
