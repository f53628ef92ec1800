import { execaSync } from "execa";
import { expect, test } from "vitest";
import { mountScript } from "../../../../lab/node/mounts.ts";

/** Runs the script with a `mount` and `mkdir` that only say what they were asked. */
function calls(node: string): string[] {
  const script = `mount() { printf '%s|' mount "$@"; echo; }; mkdir() { :; }\n${mountScript(node)}`;
  const { stdout } = execaSync("sh", ["-c", script], { input: "" });
  return stdout.split("\n").map((line) => line.replace(/\|$/, ""));
}

test("a path with blanks and quotes reaches mount as one word", () => {
  expect(calls("/a b/it's")).toContain("mount|--no-mtab|--bind|/a b/it's/var/log|/var/log");
});

test("what a pod keeps in the node's /var/tmp, as log agents do, is not kept in the host's", () => {
  expect(calls("/node")).toContain("mount|--no-mtab|--bind|/node/var/tmp|/var/tmp");
});

test("nothing is mounted before the tree is shared, and it says so when all is", () => {
  const said = calls("/node");
  expect(said[0]).toBe("mount|--no-mtab|--make-rshared|/");
  expect(said.at(-1)).toBe("done");
});

test("a mount that fails ends it, and it never says that it is done", () => {
  const script = `mount() { test "$3" != overlay; }; mkdir() { :; }\n${mountScript("/node")}`;
  const { exitCode, stdout } = execaSync("sh", ["-c", script], { input: "", reject: false });
  expect(exitCode).not.toBe(0);
  expect(stdout).not.toContain("done");
});
