import type { Slo } from "../../slo.ts";
import { requestSelector, type Subject } from "./subject.ts";

/** Part of the requests that ended in an error of the service (5xx). A client's mistake is not the service's. */
export function errorRatio(subject: Subject, window: string): string {
  const requests = requestSelector(subject);
  const errors = `sum(rate(http_request_duration_seconds_count{${requests},status=~"5.."}[${window}])) or vector(0)`;
  return `(${errors}) / sum(rate(http_request_duration_seconds_count{${requests}}[${window}]))`;
}

/** Part of the answers that took longer than the threshold. An error that comes fast is no fast answer. */
export function slowRatio(subject: Subject, { latency }: Slo, window: string): string {
  const answered = `${requestSelector(subject)},status!~"5.."`;
  const fast = `sum(rate(http_request_duration_seconds_bucket{${answered},${bound(latency.threshold)}}[${window}]))`;
  return `1 - ${fast} / sum(rate(http_request_duration_seconds_count{${answered}}[${window}]))`;
}

/** Part of the error budget that is left: 1 when nothing failed, 0 when all that may fail did, less when more did. */
export function budgetLeft(badRatio: string, objective: number): string {
  return `1 - (${badRatio}) / ${budget(objective)}`;
}

/** How many times faster than it would last the thirty days the budget is spent. */
export function burnRate(badRatio: string, objective: number): string {
  return `(${badRatio}) / ${budget(objective)}`;
}

/** What may go wrong, as a ratio; rounded, for 1 - 0.999 is not 0.001 in floating point. */
function budget(objective: number): number {
  return Number((1 - objective / 100).toFixed(6));
}

/** Prometheus 3 writes whole bounds as floats, before it as the service does. */
function bound(seconds: number): string {
  return Number.isInteger(seconds) ? `le=~"${seconds}([.]0)?"` : `le="${seconds}"`;
}
