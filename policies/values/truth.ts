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

/** True when one of the items has the property, unknown when one might have. */
export function some<T>(items: readonly T[], fact: (item: T) => Truth): Truth {
  return or(...items.map(fact));
}

/** False when one of the items lacks the property, unknown when one might lack it; true of no items. */
export function every<T>(items: readonly T[], fact: (item: T) => Truth): Truth {
  return and(...items.map(fact));
}
