import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { installCommand, packageProblems, required } from "../../../../lab/host/packages.ts";

async function folderOfCommands(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-path-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test("a machine that has every command has no problem", async () => {
  const folder = await folderOfCommands();
  for (const { command } of required) {
    await writeFile(join(folder, command), "");
    await chmod(join(folder, command), 0o755);
  }
  expect(packageProblems(folder)).toEqual([]);
});

test("with nothing on the PATH every command has a row, each with a way out", () => {
  const problems = packageProblems("/nowhere");
  expect(problems).toHaveLength(required.length);
  for (const [index, { command }] of required.entries()) expect(problems[index]?.what).toContain(command);
  expect(problems.every(({ fix }) => fix !== "")).toBe(true);
});

test("a file that may not be executed is not a command", async () => {
  const folder = await folderOfCommands();
  await writeFile(join(folder, "runc"), "");
  expect(packageProblems(folder)).toHaveLength(required.length);
});

test.each([
  [
    "apt-get",
    "apt-get install --yes --no-install-recommends runc iptables conntrack iproute2 util-linux mount openssl tar busybox-static",
  ],
  ["dnf", "dnf install --assumeyes runc iptables conntrack-tools iproute util-linux openssl tar busybox"],
  ["apk", "apk add runc iptables conntrack-tools iproute2 util-linux openssl tar busybox"],
  [
    undefined,
    "install runc iptables conntrack-tools iproute2 util-linux openssl tar busybox with your distribution's package manager",
  ],
] as const)("%s names the packages as its distribution does, each once", (manager, command) => {
  expect(installCommand(manager, required)).toBe(command);
});
