import { existsSync } from "node:fs";
import { stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";

/** Room on the file system that a path is on. */
export interface Room {
  /** Tells file systems apart. */
  device: number;
  /** Free for a process without root's reserve. */
  megabytes: number;
}

/** Room at a path that need not exist yet. */
export async function roomAt(path: string): Promise<Room> {
  if (!existsSync(path)) return roomAt(dirname(path));
  const [{ dev }, { bavail, bsize }] = await Promise.all([stat(path), statfs(path)]);
  return { device: dev, megabytes: Math.floor((bavail * bsize) / 1e6) };
}

/** `4.2 GB`, rounded up: what is free or missing is never shown as nothing. */
export function gigabytes(megabytes: number): string {
  return `${(Math.ceil(megabytes / 100) / 10).toFixed(1)} GB`;
}
