import { Cron } from "croner";

/**
 * What the CronJob controller's parser takes: five fields, or one of five words. Croner knows more (`L`, `W`, `#`, years).
 * @see https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format
 */
const FIELDS = /^([-*/,\d]+ ){2}([-*/,\d]+ )([-*/,a-z\d]+ )[-*/,a-z0-6]+$/i;
const WORDS = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/;

/** A week and a day show every distance in days and weeks, seventy runs every distance in months. */
const WEEK = 8 * 86_400_000;
const AT_LEAST = 70;

/** Enough for the closest two of any mix of minutes and hours. */
const AT_MOST = 750;

/** Far from a change of clocks, and fixed, so that the same schedule always gives the same period. */
const FROM = new Date("2027-01-01T00:00:00Z");

/**
 * Seconds between two runs that are closest to each other; undefined for a schedule that Kubernetes would not take, or
 * that never comes.
 */
export function shortestPeriod(schedule: string, timeZone: string): number | undefined {
  if (!FIELDS.test(schedule) && !WORDS.test(schedule)) return undefined;
  try {
    const times = timesOf(new Cron(schedule, { timezone: timeZone, mode: "5-part" }));
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    return gaps.length > 0 ? Math.min(...gaps) / 1000 : undefined;
  } catch {
    return undefined;
  }
}

function timesOf(cron: Cron): number[] {
  const times: number[] = [];
  let next = cron.nextRun(FROM);
  while (next && times.length < AT_MOST && (times.length < AT_LEAST || next.getTime() < FROM.getTime() + WEEK)) {
    times.push(next.getTime());
    next = cron.nextRun(next);
  }
  return times;
}

/**
 * Whether the cluster knows a time zone by that name: it reads the IANA database, in which case counts, and unlike
 * JavaScript takes no offset (`+01:00`).
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z][\w+-]*(\/[A-Z][\w+-]*)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
