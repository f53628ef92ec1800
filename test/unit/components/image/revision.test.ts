import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { revisionOf } from "../../../../components/image/revision.ts";

const root = mkdtempSync(join(tmpdir(), "slipway-revision-"));
const git = (...args: string[]) =>
  execFileSync("git", ["-C", root, "-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
    encoding: "utf8",
  }).trim();

beforeAll(() => {
  git("init", "-q");
  for (const folder of ["clean", "dirty"]) {
    mkdirSync(join(root, folder));
    writeFileSync(join(root, folder, "main.go"), "package main\n");
  }
  git("add", ".");
  git("commit", "-qm", "first");
  writeFileSync(join(root, "elsewhere"), "");
  git("add", ".");
  git("commit", "-qm", "second");
  writeFileSync(join(root, "dirty", "main.go"), "package other\n");
});

afterAll(() => rmSync(root, { recursive: true }));

test("a folder has the commit that last touched it, whatever was committed elsewhere since", () => {
  const first = git("log", "--format=%h %cI", "--abbrev=12", "--reverse").split("\n")[0];
  const { commit, time } = revisionOf(join(root, "clean"));
  expect(`${commit} ${time}`).toBe(first);
});

test("a folder that differs from its commit says so", () => {
  expect(revisionOf(join(root, "dirty")).commit).toMatch(/^[0-9a-f]{12}-dirty$/);
});

test("outside of git there is still a tag that an image can have", () => {
  const outside = mkdtempSync(join(tmpdir(), "slipway-outside-"));
  expect(revisionOf(outside)).toEqual({ commit: "untracked", time: "unknown" });
  rmSync(outside, { recursive: true });
});
