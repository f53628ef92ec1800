import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { execa } from "execa";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..", "..", "..");
const plugin = join(root, "lab", "plugins", "bin", "pulumi-resource-kubernetes");

test("a plugin tells its port, and ends when the engine that started it was killed", async () => {
  // The shell stands for the engine: the plugin is its child, and nobody passes the signal on.
  const engine = spawn("sh", ["-c", `"$0" 127.0.0.1:1 & echo $!; wait`, plugin], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface(engine.stdout)[Symbol.asyncIterator]();
  const pid = Number((await lines.next()).value);
  expect(Number((await lines.next()).value)).toBeGreaterThan(0);

  engine.kill("SIGKILL");
  await once(engine, "exit");
  await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
}, 30_000);

test("a person who starts it by hand is told in a sentence", async () => {
  const { stderr, exitCode } = await execa(plugin, [], { reject: false });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^kubernetes: a Pulumi engine starts this program .* nothing by hand\.$/);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
