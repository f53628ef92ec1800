import { readdirSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

/** What the engine writes into a lock file of a `file://` backend. */
interface Lock {
  pid: number;
  hostname: string;
}

/**
 * Whether a stack is locked only by engines of this machine that are no longer there, as after `kill -9`. Then the lock
 * protects nothing, and `pulumi cancel` may remove it; a lock of another machine or of a living process stays.
 *
 * @param backend URL of the state backend; only `file://` has locks that can be read
 */
export function isLockedByDead(backend: string, stack: string): boolean {
  const locks = readLocks(backend, stack);
  return locks.length > 0 && locks.every((lock) => lock.hostname === hostname() && !isAlive(lock.pid));
}

function readLocks(backend: string, stack: string): Lock[] {
  if (!backend.startsWith("file://")) return [];
  const folder = join(backend.slice("file://".length), ".pulumi", "locks", "organization", "slipway", stack);
  try {
    // Beside each lock the backend keeps a file of attributes, which is none.
    const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
    return files.map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Lock);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
