import type { Finding } from "../verdict.ts";

/** Accepts what one rule finds on one resource, for a reason, by somebody, until a day. */
export interface Waiver {
  readonly rule: string;
  /** Name or URN of the resource; `*` stands for any run of characters. */
  readonly resource: string;
  /** Name of the container; all of the resource's findings when left out. */
  readonly container?: string | undefined;
  readonly owner: string;
  readonly reason: string;
  readonly ticket: string;
  /** Last day on which it holds (UTC), `2027-01-31`. */
  readonly expires: string;
}

/** Whether a waiver is about this finding, expired or not. */
export function covers(waiver: Waiver, { rule, resource, container }: Finding): boolean {
  return (
    waiver.rule === rule &&
    [resource.name, resource.urn].some((name) => name !== undefined && matches(name, waiver.resource)) &&
    (waiver.container === undefined || waiver.container === container)
  );
}

/** Whether its last day has passed. */
export function isExpired({ expires }: Waiver, now: Date): boolean {
  return now.toISOString().slice(0, "2027-01-31".length) > expires;
}

function matches(text: string, pattern: string): boolean {
  const literal = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replaceAll("*", ".*")}$`, "s").test(text);
}
