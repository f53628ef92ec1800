import fc from "fast-check";
import { expect, test } from "vitest";
import type { ScheduledTaskArgs } from "../../../../components/task/args.ts";
import { taskSpec } from "../../../../components/task/spec.ts";

const args: ScheduledTaskArgs = { namespace: "shop", image: "r.dev/cleanup:1", schedule: "0 2 * * *" };
const refused = (change: Partial<ScheduledTaskArgs>) => expect(() => taskSpec("cleanup", { ...args, ...change }));

test("a nightly task may start ten minutes late, and work for an hour", () => {
  expect(taskSpec("cleanup", args)).toMatchObject({
    name: "cleanup",
    timeZone: "Etc/UTC",
    startingDeadlineSeconds: 600,
    activeDeadlineSeconds: 3600,
    backoffLimit: 2,
    suspend: false,
  });
});

test("the deadlines hold for a task of every minute, and what is given stays", () => {
  expect(taskSpec("cleanup", { ...args, schedule: "* * * * *" })).toMatchObject({
    startingDeadlineSeconds: 30,
    activeDeadlineSeconds: 60,
  });
  expect(taskSpec("cleanup", { ...args, startingDeadlineSeconds: 11, backoffLimit: 0 })).toMatchObject({
    startingDeadlineSeconds: 11,
    backoffLimit: 0,
  });
});

test("accepts a starting deadline above 10 s and shorter than the period, and no other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 59 }), fc.integer({ min: 0, max: 4000 }), (minute, deadline) => {
      const change = { schedule: `0,${minute} * * * *`, startingDeadlineSeconds: deadline };
      const period = Math.min(minute, 60 - minute) * 60;
      if (deadline > 10 && deadline < period) {
        expect(taskSpec("cleanup", { ...args, ...change }).startingDeadlineSeconds).toBe(deadline);
      } else {
        refused(change).toThrow(`startingDeadlineSeconds (${deadline} s)`);
      }
    }),
    { numRuns: 40 },
  );
});

test("says what is wrong with a deadline, naming both values and the way out", () => {
  refused({ startingDeadlineSeconds: 10 }).toThrow(
    "task cleanup: startingDeadlineSeconds (10 s) must be above 10 s, the controller's own period, or no run ever starts; raise it.",
  );
  refused({ startingDeadlineSeconds: 86_400 }).toThrow(
    "task cleanup: startingDeadlineSeconds (86400 s) must be shorter than the time between two runs (86400 s), or a late run starts beside the next; lower it.",
  );
});

test("reports everything at once", () => {
  refused({
    name: "Clean_Up",
    schedule: "nightly",
    timeZone: "Europe/Atlantis",
    backoffLimit: -1.5,
    resources: { cpu: { request: "2", limit: "1" } },
    volumes: [{ name: "data", mountPath: "/data", claim: { size: "1Gi" } }],
    lease: { leaseDurationSeconds: 2 },
  }).toThrow(
    /timeZone \(Europe\/Atlantis\)[^]*schedule \(nightly\)[^]*backoffLimit \(-1.5\)[^]*name Clean_Up[^]*resources.cpu[^]*volumes.data[^]*lease.leaseDurationSeconds \(2\)/,
  );
});

test.each(["activeDeadlineSeconds", "backoffLimit", "ttlSecondsAfterFinished", "failedJobsHistoryLimit"] as const)(
  "%s counts whole seconds or runs",
  (field) => {
    for (const value of [-1, 0.5, Number.NaN]) {
      refused({ [field]: value }).toThrow(`${field} (${value}) must be a whole number`);
    }
  },
);
