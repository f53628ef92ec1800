import fc from "fast-check";
import { expect, test } from "vitest";
import { pairedRatios, spread } from "../../../bench/statistics.ts";

const seconds = fc.double({ min: 0.001, max: 1000, noNaN: true });
const rows = fc.array(seconds, { minLength: 1 });

test("the median lies between the extremes, and no more than half of the values on either side of it", () => {
  fc.assert(
    fc.property(rows, (values) => {
      const { median, min, max } = spread(values);
      expect([min, max]).toEqual([Math.min(...values), Math.max(...values)]);
      expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(values.length / 2);
      expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});

test("the median of an even number of values is the mean of the two in the middle, in any order", () => {
  expect(spread([4, 1, 10, 2])).toEqual({ median: 3, min: 1, max: 10 });
  expect(spread([7])).toEqual({ median: 7, min: 7, max: 7 });
});

test("values are sorted as numbers, and the caller's row stays as it was", () => {
  const values = [10, 9, 100];
  expect(spread(values).median).toBe(10);
  expect(values).toEqual([10, 9, 100]);
});

test("nothing measured is an error, not a number", () => {
  expect(() => spread([])).toThrow("no values");
});

test("a machine that is slower in some rounds, for both alike, changes no ratio", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(seconds, seconds, fc.double({ min: 0.1, max: 50, noNaN: true }))), (rounds) => {
      const quiet = pairedRatios(
        rounds.map(([ours]) => ours),
        rounds.map(([, peer]) => peer),
      );
      const busy = pairedRatios(
        rounds.map(([ours, , factor]) => ours * factor),
        rounds.map(([, peer, factor]) => peer * factor),
      );
      busy.forEach((ratio, round) => expect(ratio / quiet[round]!).toBeCloseTo(1));
    }),
  );
});

test("rows of different length are refused", () => {
  expect(() => pairedRatios([1, 2], [1])).toThrow("2 and 1 rounds");
});
