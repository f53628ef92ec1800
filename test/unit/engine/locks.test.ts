import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isLockedByDead } from "../../../engine/locks.ts";

let backend: string;
let locks: string;
beforeEach(() => {
  backend = mkdtempSync(join(tmpdir(), "slipway-locks-"));
  locks = join(backend, ".pulumi", "locks", "organization", "slipway", "dev");
  mkdirSync(locks, { recursive: true });
});
afterEach(() => rmSync(backend, { recursive: true }));

const lock = (name: string, content: object) => writeFileSync(join(locks, `${name}.json`), JSON.stringify(content));
const locked = () => isLockedByDead(`file://${backend}`, "dev");

/** Pid of a process that has been reaped: nobody's. */
const deadPid = () => spawnSync(process.execPath, ["--version"]).pid;

test("a lock whose engine is gone may be taken away", () => {
  lock("a", { pid: deadPid(), hostname: hostname() });
  writeFileSync(join(locks, "a.json.attrs"), "{}");
  expect(locked()).toBe(true);
});

test("a lock of a living engine stays, even beside a dead one", () => {
  lock("a", { pid: deadPid(), hostname: hostname() });
  lock("b", { pid: process.pid, hostname: hostname() });
  expect(locked()).toBe(false);
});

test("a lock of another machine stays: its engine may well be alive there", () => {
  lock("a", { pid: deadPid(), hostname: `not-${hostname()}` });
  expect(locked()).toBe(false);
});

test("no lock, another stack, or a backend that keeps its locks itself: nothing to take away", () => {
  expect(locked()).toBe(false);
  expect(isLockedByDead(`file://${backend}`, "prod")).toBe(false);
  expect(isLockedByDead("s3://bucket", "dev")).toBe(false);
});
