import { alignColumns } from "../lab/columns.ts";
import type { Timings } from "./measure.ts";
import { pairedRatios, spread, type Spread } from "./statistics.ts";

/** A comparison as a person reads it: seconds of each contender, and its ratio to each peer. */
export function formatTable(timings: Timings, peers: readonly string[]): string {
  const header = ["", "SECONDS", ...peers.map((peer) => `TIMES ${peer.toUpperCase()}`)];
  const rows = [...timings].map(([name, seconds]) => [
    name,
    formatSpread(spread(seconds)),
    ...peers.map((peer) => (peer === name ? "1" : formatSpread(spread(pairedRatios(seconds, timings.get(peer)!))))),
  ]);
  return alignColumns([header, ...rows]);
}

/** `0.47 (0.45–0.52)`: median, and the least and the most. */
export function formatSpread({ median, min, max }: Spread): string {
  return `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
}
