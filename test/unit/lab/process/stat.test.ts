import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { parseStat, processStat } from "../../../../lab/process/stat.ts";

/** /proc/<pid>/stat of a process with this name, started `ticks` after boot. */
const stat = (name: string, ticks: number) => `42 (${name}) S 1 ${"0 ".repeat(17)}${ticks} 0 0`;
const status = "Name:\tetcd\nVmRSS:\t   2048 kB\nThreads:\t9\n";

test("uptime is the machine's less the process's start, memory is what is resident", () => {
  expect(parseStat(stat("etcd", 5_000), status, 170)).toEqual({ state: "S", uptime: 120, memory: 2_097_152 });
});

test("a name with brackets and blanks does not shift the fields", () => {
  expect(parseStat(stat("a) R (b c", 5_000), status, 170).uptime).toBe(120);
});

test("a process is there while it runs, and not once it has ended", async () => {
  const child = spawn("sleep", ["60"]);
  expect(processStat(child.pid!)?.memory).toBeGreaterThan(0);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(processStat(child.pid!)).toBeUndefined();
});
