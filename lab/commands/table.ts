import { alignColumns } from "../columns.ts";

/** How a part is. */
export interface PartStatus {
  name: string;
  state: "ready" | "not ready" | "down";
  pid?: number;
  /** Seconds. */
  uptime?: number;
  /** Bytes. */
  memory?: number;
}

/** The table of `lab status`. */
export function formatStatus(rows: readonly PartStatus[]): string {
  return alignColumns([
    ["PART", "STATE", "PID", "UPTIME", "MEMORY"],
    ...rows.map(({ name, state, pid, uptime, memory }) => [
      name,
      state,
      pid === undefined ? "-" : String(pid),
      uptime === undefined ? "-" : formatUptime(uptime),
      memory === undefined ? "-" : `${Math.round(memory / 2 ** 20)} MiB`,
    ]),
  ]);
}

/** `42s`, `7m12s`, `3h5m`, `2d4h`: two units, as kubectl shows ages. */
export function formatUptime(seconds: number): string {
  const whole = Math.floor(seconds);
  const [d, h, m, s] = [
    Math.floor(whole / 86_400),
    Math.floor(whole / 3_600) % 24,
    Math.floor(whole / 60) % 60,
    whole % 60,
  ];
  if (d > 0) return `${d}d${h}h`;
  if (h > 0) return `${h}h${m}m`;
  return m > 0 ? `${m}m${s}s` : `${s}s`;
}
