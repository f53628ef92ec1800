import { json } from "./cluster.ts";
import type { Entry, Loki } from "./loki.ts";

export interface Written {
  written: number;
  /** How long it took. */
  seconds: number;
}

/** Has a scribe do something, and waits until it is done: see scribe/paper.go. */
export async function told(
  scribe: string,
  what: string,
  parameters: Record<string, string | number>,
): Promise<Written> {
  const texts = Object.entries(parameters).map(([name, value]): [string, string] => [name, `${value}`]);
  const query = new URLSearchParams(texts).toString();
  const answer = await json<Written>(`${scribe}/${what}?${query}`, {
    method: "POST",
    signal: AbortSignal.timeout(240_000),
  });
  if (!answer) throw new Error(`the scribe cannot ${what}`);
  return answer;
}

/** What came of numbered lines. */
export interface Arrived {
  lines: number;
  distinct: number;
  /** The first few that are not there. */
  missing: number[];
}

/** Counts the numbered lines of a tag one by one: a rate would hide a loss beside a duplicate. */
export async function arrived(loki: Loki, tag: string, count: number, start: Date): Promise<Arrived> {
  const entries = await loki.lines(numbered(tag), start);
  const numbers = new Set(entries.map(numberOf));
  const missing = Array.from({ length: count }, (_, n) => n).filter((n) => !numbers.has(n));
  return { lines: entries.length, distinct: numbers.size, missing: missing.slice(0, 10) };
}

/** Selects the numbered lines of a tag. */
export function numbered(tag: string): string {
  return `{service_name="scribe"} | tag="${tag}"`;
}

function numberOf({ metadata }: Entry): number {
  return Number(metadata.n);
}
