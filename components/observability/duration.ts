import { RunError } from "@pulumi/pulumi/errors.js";

/** Milliseconds of a unit, as Prometheus writes them; Go knows none above hours. */
const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
};

/** A time such as `500ms` or `7d` in milliseconds. */
export function milliseconds(duration: string): number {
  const { value, unit = "" } = /^(?<value>[1-9]\d*)(?<unit>ms|s|m|h|d|w|y)$/.exec(duration)?.groups ?? {};
  const factor = UNITS[unit];
  if (value === undefined || factor === undefined) {
    throw new RunError(`"${duration}" is no time; write it like 500ms, 10s or 7d.`);
  }
  return Number(value) * factor;
}

/** The same time as Go's programs read it: `7d` is `168h`. */
export function goDuration(duration: string): string {
  const time = milliseconds(duration);
  const unit = ["h", "m", "s"].find((name) => time % (UNITS[name] ?? 1) === 0) ?? "ms";
  return `${time / (UNITS[unit] ?? 1)}${unit}`;
}
