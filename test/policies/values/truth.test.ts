import fc from "fast-check";
import { expect, test } from "vitest";
import { and, not, or, type Truth } from "../../../policies/values/truth.ts";

const truths = fc.array(fc.constantFrom<Truth>(true, false, "unknown"), { maxLength: 4 });

/** Every way in which the unknowns may turn out. */
const worlds = (facts: Truth[]): boolean[][] =>
  facts.reduce<boolean[][]>(
    (all, fact) =>
      all.flatMap((world) => (fact === "unknown" ? [true, false] : [fact]).map((known) => [...world, known])),
    [[]],
  );

const consensus = (answers: boolean[]): Truth => (new Set(answers).size === 1 ? (answers[0] ?? "unknown") : "unknown");

test("an answer is known exactly when the unknowns cannot change it", () => {
  fc.assert(
    fc.property(truths, (facts) => {
      expect(or(...facts)).toBe(consensus(worlds(facts).map((world) => world.some(Boolean))));
      expect(and(...facts)).toBe(consensus(worlds(facts).map((world) => world.every(Boolean))));
    }),
  );
  expect([true, false, "unknown" as const].map(not)).toEqual([false, true, "unknown"]);
});
