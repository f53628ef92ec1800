/** A row of measurements in three numbers: with so few runs the extremes say more than a deviation. */
export interface Spread {
  median: number;
  min: number;
  max: number;
}

/** @throws RangeError without values */
export function spread(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError("spread: no values");
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
  return { median, min: sorted[0]!, max: sorted.at(-1)! };
}

/**
 * Ratios of measurements that were taken in pairs, round by round: what slowed the machine down in a round slowed both.
 *
 * @throws RangeError when the rows differ in length
 */
export function pairedRatios(ours: readonly number[], peer: readonly number[]): number[] {
  if (ours.length !== peer.length) throw new RangeError(`pairedRatios: ${ours.length} and ${peer.length} rounds`);
  return ours.map((value, round) => value / peer[round]!);
}
