import type { Settings } from "./settings.ts";

/** Several lines that are one: how the first begins, and how those after it do. Patterns in Go's syntax. */
interface Shape {
  id: string;
  first: string[];
  following: string[];
}

/**
 * What a Go program prints when it dies, or net/http when a handler panics: the reason, then the goroutines, each a line
 * with a function and one with a place in a file.
 * @see https://pkg.go.dev/runtime#hdr-Environment_Variables (GOTRACEBACK)
 */
export const goPanic: Shape = {
  id: "go_panic",
  first: [
    "panic: ",
    "fatal error: ",
    "SIG[A-Z]+: ",
    "(?:\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d )?http: panic serving ",
  ],
  following: [
    "$",
    // Places in files, further panics, and further lines of a reason, which Go indents.
    "\\t",
    "goroutine (?:\\d|running)",
    "\\[(?:signal|originating)",
    "created by ",
    "runtime stack:$",
    "\\.\\.\\.(?:additional|\\d+) frames elided",
    // Registers.
    "PC=0x",
    "[a-z][a-z0-9]{1,6} +0x[0-9a-f]+$",
    // main.(*Cart).total(0xc000012345, {0x4a2b60?, 0x5021c0}, ...)
    "[\\w./%~*()\\[\\]-]+\\([0-9a-fx?_{}., ]*\\)$",
  ],
};

/** A private key, whose lines tell nothing each by itself: only as a whole it can be recognised and masked. */
export const privateKey: Shape = {
  id: "private_key",
  first: ["-----BEGIN [A-Z ]*PRIVATE KEY-----"],
  following: ["[A-Za-z0-9+/=]{1,76}$", "-----END [A-Z ]*PRIVATE KEY-----", "(?:Proc-Type|DEK-Info): "],
};

/** One anchor for all: with one in each, Go would look at every place of a line. */
export function beginning(alternatives: readonly string[]): string {
  return `^(?:${alternatives.join("|")})`;
}

/** No entry becomes larger than what Loki takes. */
export const LONGEST = 256 * 1024;

/**
 * Joins the lines of a shape. No other line waits for anything: it does not even get here, and one that only looks like a
 * following line goes on at once (`max_unmatched_batch_size`). An entry is complete when nothing has been added for at
 * most a second and a fifth.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/blob/main/pkg/stanza/docs/operators/recombine.md
 */
export function joined({ id, first, following }: Shape): Settings {
  return {
    type: "recombine",
    id,
    // An object is none of either shape; to say so costs less than to look.
    if: `body startsWith "{" ? false : ${matches(beginning([...first, ...following]))}`,
    is_first_entry: matches(beginning(first)),
    combine_field: "body",
    source_identifier: 'attributes["log.file.path"]',
    max_unmatched_batch_size: 1,
    max_batch_size: 5000,
    max_log_size: LONGEST - 1024,
    force_flush_period: "1s",
  };
}

/** An expression of the operators. */
export function matches(pattern: string): string {
  return `body matches ${JSON.stringify(pattern)}`;
}
