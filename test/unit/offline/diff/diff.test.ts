import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** A repository with this program in it, and one commit. */
const folder = mkdtempSync(join(tmpdir(), "slipway-diff-test-"));
const git = (...args: string[]) => execFileSync("git", ["-C", folder, ...args], { encoding: "utf8" });
const diff = (...args: string[]) =>
  spawnSync(process.execPath, ["offline/main.ts", "diff", ...args], { cwd: folder, encoding: "utf8" });
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));

beforeAll(() => {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" }).trim().split("\n");
  for (const file of files.filter((name) => !/^(test|lab|bench|docs)\//.test(name))) {
    cpSync(file, join(folder, file), { verbatimSymlinks: true });
  }
  git("init", "--quiet");
  git("add", ".");
  git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "base");
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("nothing changed since the commit that is checked out", () => {
  expect(diff()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^dev: no object changed since HEAD \(/) });
});

test("a change of the stack file shows in the object that it changes, committed or not", () => {
  edit("Pulumi.dev.yaml", (yaml) => yaml.replace("LOG_LEVEL: info", "LOG_LEVEL: debug"));
  const { status, stdout } = diff("--base", "HEAD");
  expect(status).toBe(0);
  expect(stdout).toMatch(/~ shop\/deployment-orders\n@@/);
  expect(stdout).toMatch(/^-.*info$/m);
  expect(stdout).toMatch(/^\+.*debug$/m);
});

test("a stack that the commit lacks is new altogether", () => {
  cpSync(join(folder, "Pulumi.dev.yaml"), join(folder, "Pulumi.new.yaml"));
  expect(diff("--stack", "new").stdout).toMatch(/^new: \d+ added since HEAD/);
});

test("a commit that does not render says why, and an unknown one how to get it", () => {
  edit("Pulumi.dev.yaml", (yaml) => yaml.replace("environment: dev", "environment: play"));
  git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--all", "--message", "broken");
  edit("Pulumi.dev.yaml", (yaml) => yaml.replace("environment: play", "environment: dev"));
  const broken = diff("--base", "HEAD");
  expect(broken).toMatchObject({ status: 1, stdout: "" });
  expect(broken.stderr).toMatch(/dev does not render at HEAD \([0-9a-f]+\):\n.*Pulumi\.dev\.yaml does not hold/);
  const unknown = diff("--base", "nowhere");
  expect(unknown.status).toBe(1);
  expect(unknown.stderr).toMatch(/BASE=nowhere: no such commit in this clone; .*git fetch origin nowhere/);
});

test("no checkout is left behind", () => {
  expect(git("worktree", "list").trim().split("\n")).toHaveLength(1);
});
