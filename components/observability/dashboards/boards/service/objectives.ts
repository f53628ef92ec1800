import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import type { Panel } from "@grafana/grafana-foundation-sdk/dashboard";
import { stat } from "../../panels/stat.ts";
import { instant, series } from "../../panels/targets.ts";
import { falling, rising } from "../../panels/thresholds.ts";
import { timeseries } from "../../panels/timeseries.ts";
import type { Slo } from "../../slo.ts";
import { budgetLeft, burnRate, errorRatio, slowRatio } from "./indicators.ts";
import type { Subject } from "./subject.ts";

/** The time that a promise is made for. */
const WINDOW = "30d";

/** Below this part of its budget a service should not be changed. */
const LOW = 0.3;

/** Rates of spending that empty the budget in two days, and in five. @see https://sre.google/workbook/alerting-on-slos/ (table 5-8) */
const BURN = { fast: 14.4, slow: 6 };

/** One of the two things that a service promises. */
interface Promise {
  name: string;
  /** What is counted, as the object of a sentence. */
  counted: string;
  /** Percent. */
  objective: number;
  /** Part of what is counted that broke the promise, within a window. */
  bad: (window: string) => string;
}

/** Whether the promise is kept, and how much may still go wrong. */
export function objectives(subject: Subject, slo: Slo): Builder<Panel>[] {
  const promises: Promise[] = [
    {
      name: "Availability",
      counted: "requests that ended without an error of the service (5xx)",
      objective: slo.availability,
      bad: (window) => errorRatio(subject, window),
    },
    {
      name: "Latency",
      counted: `answers within ${slo.latency.threshold} s, errors left out`,
      objective: slo.latency.objective,
      bad: (window) => slowRatio(subject, slo, window),
    },
  ];
  return [...promises.flatMap(numbers), ...promises.map(burning)];
}

function numbers({ name, counted, objective, bad }: Promise): Builder<Panel>[] {
  const kept = objective / 100;
  const common = { unit: "percentunit", span: 4 };
  const indicator = { ...common, thresholds: falling(kept + LOW * (1 - kept), kept) };
  return [
    stat({
      ...indicator,
      title: `${name}, 30 days`,
      description: `Part of the ${counted}. The promise is ${objective} %: red is broken, orange is close to it.`,
      targets: [instant(`1 - (${bad(WINDOW)})`, name)],
    }),
    stat({
      ...indicator,
      title: `${name}, shown time`,
      description: `The same over the time that the dashboard shows: narrow it to an incident to see what the incident cost.`,
      targets: [instant(`1 - (${bad("$__range")})`, name)],
    }),
    stat({
      ...common,
      title: `${name} budget left`,
      description: `Part of the thirty days' budget of failures that is not spent. Orange is under 30 %: leave the service alone. Red is overdrawn.`,
      thresholds: falling(LOW, 0),
      targets: [instant(budgetLeft(bad(WINDOW), objective), "left")],
    }),
  ];
}

function burning({ name, objective, bad }: Promise): Builder<Panel> {
  return timeseries({
    title: `${name} burn rate`,
    description: `How many times too fast the budget is spent: at 1 it lasts just the thirty days. Over ${BURN.fast} for an hour it is gone in two days.`,
    unit: "none",
    span: 12,
    thresholds: rising(BURN.slow, BURN.fast),
    targets: ["5m", "1h", "6h"].map((window) => series(burnRate(bad(window), objective), window)),
  });
}
