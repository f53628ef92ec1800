import type { SloArgs } from "./args.ts";

/** What a service promises, with every default filled in. */
export interface Slo {
  /** Percent of the requests that are not answered by an error of the service. */
  availability: number;
  latency: {
    /** Seconds. */
    threshold: number;
    /** Percent of the answered requests that are faster. */
    objective: number;
  };
}

/** A promise that a service with two replicas and no special care keeps. */
const DEFAULT: Slo = { availability: 99.9, latency: { threshold: 0.5, objective: 99 } };

/**
 * Upper bounds of the histogram's buckets, in seconds: part of what a service of Slipway exports. A threshold between two
 * of them could only be guessed at.
 */
const BUCKETS: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function effectiveSlo({ availability = DEFAULT.availability, latency = DEFAULT.latency }: SloArgs = {}): Slo {
  return { availability, latency };
}

/**
 * What does not hold of a promise.
 *
 * @param path where it stands, such as `services.orders.slo`
 */
export function sloProblems({ availability, latency }: Slo, path: string): string[] {
  return [
    ...percentProblems(`${path}.availability`, availability),
    ...percentProblems(`${path}.latency.objective`, latency.objective),
    ...(BUCKETS.includes(latency.threshold)
      ? []
      : [
          `${path}.latency.threshold (${latency.threshold} s) is no bucket of http_request_duration_seconds; take one of ${BUCKETS.join(", ")}.`,
        ]),
  ];
}

/** 100 leaves no budget to measure anything against. */
function percentProblems(path: string, percent: number): string[] {
  return percent > 0 && percent < 100 ? [] : [`${path} (${percent} %) must be above 0 and below 100.`];
}
