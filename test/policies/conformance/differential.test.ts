import fc from "fast-check";
import { expect, test } from "vitest";
import { admit, fixtures } from "./admission.ts";
import { mutationsOf } from "./mutations.ts";
import { CHECKS, rulesOf, violated } from "./standard.ts";
import { WRAPPINGS } from "./wrappings.ts";

const COUNT = 10_000;

/** Another one each time; `SEED=… make test-policies` repeats a run. */
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

test(`${COUNT} changed pods are judged, check by check, as Pod Security admission judges them (SEED=${seed})`, () => {
  const cases = fc.sample(
    fc.record({ pod: mutationsOf(fixtures().map(({ pod }) => pod)), wrapping: fc.constantFrom(...WRAPPINGS) }),
    { numRuns: COUNT, seed },
  );
  const admitted = admit(cases.map(({ pod }) => pod));
  const verdicts = violated(cases.map(({ pod, wrapping: { type, wrap } }) => ({ type, props: wrap(pod) })));

  const differences = cases.flatMap(({ pod, wrapping }, index) => {
    const { forbidden, malformed } = admitted[index]!;
    const expected = malformed ?? rulesOf(forbidden);
    const actual = verdicts[index];
    return String(actual) === String(expected)
      ? []
      : [{ type: wrapping.type, expected, actual, pod: JSON.stringify(pod) }];
  });
  expect(differences.slice(0, 3), `${differences.length} differences; repeat with SEED=${seed}`).toEqual([]);

  // A test of mutations is worth what they reach: each check must both forbid and allow often.
  for (const check of Object.keys(CHECKS)) {
    const share = admitted.filter(({ forbidden }) => forbidden.includes(check)).length / COUNT;
    expect(share, `share of pods that ${check} forbids`).toSatisfy((part: number) => part > 0.01 && part < 0.99);
  }
});
