import fc from "fast-check";
import { expect, test } from "vitest";
import { goDuration, milliseconds } from "../../../../components/observability/duration.ts";

test.each([
  ["500ms", 500, "500ms"],
  ["2500ms", 2500, "2500ms"],
  ["90s", 90_000, "90s"],
  ["120s", 120_000, "2m"],
  ["7d", 604_800_000, "168h"],
  ["1y", 31_536_000_000, "8760h"],
])("%s is %d ms and, to Go, %s", (text, time, go) => {
  expect(milliseconds(text)).toBe(time);
  expect(goDuration(text)).toBe(go);
});

test("in Go's units a time stays what it was", () => {
  const unit = fc.constantFrom("ms", "s", "m", "h", "d", "w");
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), unit, (value, unit) => {
      const text = `${value}${unit}`;
      expect(goDuration(text)).toMatch(/^\d+(ms|s|m|h)$/);
      expect(milliseconds(goDuration(text))).toBe(milliseconds(text));
    }),
  );
});

test.each(["", "5", "0s", "-1s", "1.5s", "5 s", "1h30m", "5sec"])("refuses %j", (text) => {
  expect(() => milliseconds(text)).toThrow(/is no time/);
});
