import { createHash } from "node:crypto";
import { newTrace } from "./orders.ts";

/** Traces with ids that are the same in every run, so that the same of them are kept. */
export function fixedTraces(name: string, count: number) {
  return Array.from({ length: count }, (_, n) => {
    const digest = createHash("sha256").update(`${name} ${n}`).digest("hex");
    return newTrace(digest.slice(0, 32));
  });
}
