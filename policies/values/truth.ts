/**
 * Three-valued logic (Kleene): a preview does not know every value, and a fact is only as unknown as what it depends on.
 * `or("unknown", true)` is true: whatever the value turns out to be, the answer stands.
 */
export type Truth = boolean | "unknown";

/** True when one of them is, unknown when one might be. */
export function or(...facts: Truth[]): Truth {
  if (facts.includes(true)) return true;
  return facts.includes("unknown") ? "unknown" : false;
}

/** False when one of them is, unknown when one might be. */
export function and(...facts: Truth[]): Truth {
  if (facts.includes(false)) return false;
  return facts.includes("unknown") ? "unknown" : true;
}

/** The opposite; of the unknown, unknown. */
export function not(fact: Truth): Truth {
  return fact === "unknown" ? "unknown" : !fact;
}
