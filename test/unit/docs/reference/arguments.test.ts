import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { argumentRows } from "../../../../docs/reference/arguments.ts";
import { readSources } from "../../../../docs/reference/sources.ts";

const folder = mkdtempSync(join(tmpdir(), "slipway-reference-"));
afterAll(() => rmSync(folder, { recursive: true }));

writeFileSync(join(folder, "profiles.ts"), `export const profiles = { web: 1, batch: 2 };`);
writeFileSync(
  join(folder, "args.ts"),
  `
import type { Input } from "@pulumi/pulumi";
import type { profiles } from "./profiles.ts";

interface Base {
  /** Shared by all. */
  shared: boolean;
}
interface Probe {
  /**
   * Seconds between two questions.
   * @default 10
   */
  period?: Input<number>;
  /** Asked before this one. */
  before?: Probe;
}
export interface ThingArgs extends Base {
  /**
   * Size of {@link Thing},
   * in bytes.
   * @default - what is left
   * @see https://example.com/size#unit
   */
  size?: Input<string>;
  profile: keyof typeof profiles;
  mode: "a" | "b";
  probes: readonly Probe[];
  byName?: Record<string, Input<Probe>>;
}`,
);

const rows = argumentRows(readSources(folder), "ThingArgs");
const row = (path: string) => rows.find((it) => it.path === path);

test("a docstring becomes its row: text on one line, default in prose, upstream link", () => {
  expect(row("size")).toEqual({
    path: "size",
    type: "Input<string>",
    default: "what is left",
    meaning: "Size of `Thing`,\nin bytes. [Upstream](https://example.com/size#unit).",
  });
});

test("a value is told as a value, what has none is required or none", () => {
  expect(row("probes[].period")?.default).toBe("`10`");
  expect(row("mode")?.default).toBe("required");
  expect(row("byName")?.default).toBe("none");
});

test("aliases and keys of tables are told as the values that one can write", () => {
  expect(row("profile")?.type).toBe('"web" | "batch"');
  expect(row("mode")?.type).toBe('"a" | "b"');
});

test("fields of nested interfaces follow, through lists, maps and Input; one that holds itself is shown once", () => {
  expect(rows.map(({ path }) => path)).toEqual([
    "size",
    "profile",
    "mode",
    "probes",
    "probes[].period",
    "probes[].before",
    "byName",
    "byName.<name>.period",
    "byName.<name>.before",
    "shared",
  ]);
  expect(row("byName")?.type).toBe("Record<string, Input<object>>");
});

test("an interface that is not there is named", () => {
  expect(() => argumentRows(readSources(folder), "NoArgs")).toThrow(/0 interfaces are called NoArgs/);
});
