import type { z } from "zod";

export type Issue = z.core.$ZodIssueCustom;

/**
 * A value that does not fit the rest of the stack file.
 *
 * @param found what is said about the value instead of quoting it
 */
export function issue(path: PropertyKey[], message: string, example?: unknown, found?: string): Issue {
  return { code: "custom", path, message, params: { example, found } };
}

/** A key that must not be there, beside what the rest of the stack file says. */
export function misplacedKey(path: PropertyKey[], message: string): Issue {
  return { code: "custom", path, message, params: { misplaced: true } };
}

/** `a`, `b`: for error lines. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
