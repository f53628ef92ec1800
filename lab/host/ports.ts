import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { parseListeners } from "./proc.ts";
import type { Problem } from "./problem.ts";

/** A process that listens on a port; what it is shows only where /proc may be read. */
export interface Holder {
  port: number;
  pid?: number;
  /** Its command line, cut to what fits a line. */
  command?: string;
}

const COMMAND_LENGTH = 80;

/** Those of the ports that somebody in this network namespace listens on, on whatever address. */
export function holdersOf(ports: readonly number[]): Holder[] {
  const tables = ["/proc/net/tcp", "/proc/net/tcp6"].map((file) => readProc(file) ?? "");
  const taken = tables.flatMap(parseListeners).filter(({ port }) => ports.includes(port));
  const inodes = new Map(taken.map(({ port, inode }) => [port, inode]));
  return [...inodes].map(([port, inode]) => ({ port, ...ownerOf(inode) }));
}

/** Rows for ports that others hold. */
export function portProblems(ports: readonly number[]): Problem[] {
  return holdersOf(ports).map(({ port, pid, command }) => ({
    what: `port ${port} is taken${pid ? ` by process ${pid} (${command})` : " by a process that cannot be seen from here"}`,
    fix: pid ? `stop it: kill ${pid}` : `find it with: ss -ltnp 'sport = :${port}'`,
  }));
}

function ownerOf(inode: number): Omit<Holder, "port"> {
  const target = `socket:[${inode}]`;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    if (!socketsOf(pid).includes(target)) continue;
    const command = readProc(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ").trim().slice(0, COMMAND_LENGTH);
    return { pid: Number(pid), command };
  }
  return {};
}

/** What the descriptors of a process point at. Any may be closed, or the process end, while we look. */
function socketsOf(pid: string): (string | undefined)[] {
  const folder = `/proc/${pid}/fd`;
  const descriptors = attempt(() => readdirSync(folder)) ?? [];
  return descriptors.map((descriptor) => attempt(() => readlinkSync(`${folder}/${descriptor}`)));
}

function readProc(file: string): string | undefined {
  return attempt(() => readFileSync(file, "utf8"));
}

/** What is gone by now, or not ours to see, is undefined. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
