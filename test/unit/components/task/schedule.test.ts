import fc from "fast-check";
import { expect, test } from "vitest";
import { isTimeZone, shortestPeriod } from "../../../../components/task/schedule.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  ["* * * * *", MINUTE],
  ["*/7 * * * *", 4 * MINUTE],
  ["0,59 * * * *", MINUTE],
  ["30 0,5,6 * * *", HOUR],
  ["0 2 * * *", DAY],
  ["15 2 * * 1-5", DAY],
  ["0 0 * * SUN", 7 * DAY],
  ["0 0 1 * *", 28 * DAY],
  ["0 0 1 1 *", 365 * DAY],
  ["0 0 29 2 *", 1461 * DAY],
  // With day and weekday given, either may fit.
  ["0 0 1 * MON", DAY],
  ["@hourly", HOUR],
  ["@daily", DAY],
])("%s comes every %d s, or less often", (schedule, period) => {
  expect(shortestPeriod(schedule, "Etc/UTC")).toBe(period);
});

test.each([
  ["in words", "every night"],
  ["six fields", "0 0 2 * * *"],
  ["four fields", "0 2 * *"],
  ["a minute that no hour has", "60 2 * * *"],
  ["a day that never comes", "0 0 31 2 *"],
  ["Sunday as 7, which Kubernetes refuses", "0 0 * * 7"],
  ["the last day of a month, which Kubernetes does not know", "0 0 L * *"],
  ["the nearest weekday, likewise", "0 0 15W * *"],
  ["an interval without a fixed time", "@every 1h"],
  ["a time zone inside", "TZ=Europe/Berlin 0 2 * * *"],
  ["nothing", ""],
])("refuses a schedule with %s", (_, schedule) => {
  expect(shortestPeriod(schedule, "Etc/UTC")).toBeUndefined();
});

test("finds the closest two runs of any mix of minutes and hours", () => {
  const some = (max: number) => fc.uniqueArray(fc.nat({ max }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(some(59), some(23), (minutes, hours) => {
      const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute)).sort((a, b) => a - b);
      const around = [...times, (times[0] ?? 0) + 24 * 60];
      const closest = Math.min(...around.slice(1).map((time, index) => time - (around[index] ?? 0)));
      expect(shortestPeriod(`${minutes.join(",")} ${hours.join(",")} * * *`, "Etc/UTC")).toBe(closest * MINUTE);
    }),
    { numRuns: 30 },
  );
});

test.each(["Etc/UTC", "UTC", "Europe/Berlin", "Asia/Shanghai", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])(
  "knows the time zone %s",
  (name) => {
    expect(isTimeZone(name)).toBe(true);
  },
);

test.each(["europe/berlin", "+01:00", "Local", "CEST2", "Europe/Atlantis", "../etc/passwd", ""])(
  "refuses %s, which the cluster would not find",
  (name) => {
    expect(isTimeZone(name)).toBe(false);
  },
);
