import { expect, test } from "vitest";
import { effectiveSlo, sloProblems } from "../../../../../components/observability/dashboards/slo.ts";

test("a service that says nothing promises the usual, one that says half of it the other half", () => {
  const usual = { availability: 99.9, latency: { threshold: 0.5, objective: 99 } };
  expect(effectiveSlo()).toEqual(usual);
  expect(effectiveSlo({ availability: 99 })).toEqual({ ...usual, availability: 99 });
  expect(effectiveSlo({ latency: { threshold: 1, objective: 90 } }).availability).toBe(99.9);
});

test("the usual promise, and one at the last bucket, hold", () => {
  expect(sloProblems(effectiveSlo(), "slo")).toEqual([]);
  expect(sloProblems({ availability: 50, latency: { threshold: 10, objective: 0.1 } }, "slo")).toEqual([]);
});

test.each([0, -1, 100, 100.5, NaN])("an objective of %s percent is none", (percent) => {
  const problems = sloProblems({ availability: percent, latency: { threshold: 0.5, objective: percent } }, "slo");
  expect(problems).toEqual([
    expect.stringMatching(/^slo\.availability \(.+ %\) must be above 0 and below 100\.$/),
    expect.stringMatching(/^slo\.latency\.objective /),
  ]);
});

test.each([0.3, 0, 20])(
  "a threshold of %s s between the buckets, or beside them, is refused with those that there are",
  (threshold) => {
    const [problem, ...others] = sloProblems(
      { availability: 99, latency: { threshold, objective: 99 } },
      "services.a.slo",
    );
    expect(problem).toContain(`services.a.slo.latency.threshold (${threshold} s) is no bucket`);
    expect(problem).toContain("0.25, 0.5, 1,");
    expect(others).toEqual([]);
  },
);
