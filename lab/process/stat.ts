import { readFileSync } from "node:fs";

/** Clock ticks a second in /proc, the same on every Linux that Node runs on (USER_HZ). */
const TICKS = 100;

interface ProcessStat {
  /** A zombie has ended, and only waits for its parent to notice. */
  state: string;
  /** Seconds since it was started. */
  uptime: number;
  /** Resident memory in bytes. */
  memory: number;
}

/** What /proc says about a process; undefined when it has ended. */
export function processStat(pid: number): ProcessStat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const parsed = parseStat(stat, status, Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]));
    return parsed.state === "Z" || parsed.state === "X" ? undefined : parsed;
  } catch {
    return undefined;
  }
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; the name in brackets may hold blanks and brackets */
export function parseStat(stat: string, status: string, machineUptime: number): ProcessStat {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const started = Number(fields[19]) / TICKS;
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? "0";
  return { state: fields[0]!, uptime: machineUptime - started, memory: Number(resident) * 1024 };
}
