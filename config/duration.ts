const FACTORS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  y: 365 * 86_400_000,
};

/** `15d`, `36h`, `2.5s` → milliseconds; a year has 365 days, as in Prometheus. */
export function milliseconds(duration: string): number {
  const [, amount = "", unit = ""] = /^([\d.]+)([a-z]+)$/.exec(duration) ?? [];
  return Number(amount) * (FACTORS[unit] ?? NaN);
}
