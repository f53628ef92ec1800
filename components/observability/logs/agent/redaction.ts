import { literal, statement } from "./ottl.ts";
import type { Settings } from "./settings.ts";

const MASK = "****";

/**
 * One of some words. Their first letters together come first, so that most places of a text are passed by at a glance:
 * Go looks for one word after the other. (`tecret` is taken for a secret, too.)
 */
function oneOf(words: readonly string[]): string {
  const letters = [...new Set(words.map(([letter = ""]) => letter))].join("");
  return `[${letters}](?:${words.map((word) => word.slice(1)).join("|")})`;
}

const WORDS = [
  "pass(?:word|wd|phrase|code)",
  "secret",
  "credential",
  "api[._-]?key",
  "access[._-]?key",
  "private[._-]?key",
];

/** Names of fields whose value is a secret whatever it looks like. `tokens`, as a number of them, is none. */
export const SECRET_FIELDS = `(?i)${oneOf([...WORDS, "authorization", "cookie", "token(?:$|[._-]|(?-i:[A-Z]))"])}|(?:^|[._-])pwd`;

/** What is a secret by its form. Few patterns, for each is looked for in every field of every line. */
export const SECRET_FORMS = [
  "(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)",
  // AWS access keys, tokens of GitHub and Slack, and JSON Web Tokens.
  "\\b(?:(?:AKIA|ASIA)[A-Z0-9]{16}\\b|gh[pousr]_[A-Za-z0-9]{20,}|xox[abeoprs]-[A-Za-z0-9-]{10,}|eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*)",
];

/** What is replaced in a text, and what stays of it. */
export interface Replacement {
  pattern: string;
  by: string;
}

/** Names of secrets in a text, with what may be around them. */
const NAMES = `${oneOf([...WORDS.map((word) => `${word}[\\w.-]*`), "token(?:[._-][\\w.-]*)?"])}|\\bpwd[\\w.-]*`;

/** From a name to its value, as a header, an assignment, or a member of an object in a text. */
const ASSIGNED = "\\\\*[\"']?\\s*[:=]\\s*";

/** A value, in quotes of which the last may be cut off, or up to the next space or comma. The quotes are groups. */
const VALUE = [
  // "{\"password\":\"hunter2\"}"
  '(\\\\+")[^"\\\\]*(\\\\+"|$)',
  '(")[^"\\\\]*(?:\\\\.[^"\\\\]*)*("|$)',
  "(')[^']*('|$)",
  "[^\\s\"',;&)\\]}\\\\]+",
].join("|");

const SCHEMES = "(?:bearer|basic|digest|token|apikey|negotiate|aws4-hmac-sha256)";

/** What is a secret by what stands before it. */
export const SECRET_TEXTS: Replacement[] = [
  { pattern: `(?i)(authorization${ASSIGNED}\\\\*["']?(?:${SCHEMES}\\s+)?)[^\\s"'\\\\]+`, by: `$1${MASK}` },
  { pattern: `(?i)(cookie${ASSIGNED}\\\\*["']?)[^"'\\r\\n\\\\]+`, by: `$1${MASK}` },
  { pattern: "(?i)\\b(bearer|basic)\\s+[a-z0-9._~+/-]{8,}=*", by: `$1 ${MASK}` },
  // https://user:password@host; a password may hold an @ itself.
  { pattern: "(://[^\\s/:@\"']*):[^\\s/\"']*@", by: `$1:${MASK}@` },
  // The quotes stay, so that an object in a text stays one.
  { pattern: `(?i)((?:${NAMES})${ASSIGNED})(?:${VALUE})`, by: `$1$2$4$6${MASK}$3$5$7` },
];

/**
 * Masks fields by their names and texts by their form, at any depth. Names are those of the program, so that nothing is
 * told of what was found.
 *
 * @param patterns further forms
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/processor/redactionprocessor
 */
export function redaction(patterns: readonly string[]): Settings {
  return {
    allow_all_keys: true,
    blocked_key_patterns: [SECRET_FIELDS],
    blocked_values: [...SECRET_FORMS, ...patterns],
    // A number of a card may be a number.
    redact_all_types: true,
    summary: "silent",
  };
}

/** Masks what stands behind a name in a text; the rest of the text must stay readable, which the processor above cannot. */
export const textRedaction: Settings = {
  error_mode: "ignore",
  log_statements: [
    // An object without a message, whose fields have been masked.
    statement("set(log.body, String(log.body))", "IsMap(log.body)"),
    ...SECRET_TEXTS.flatMap(({ pattern, by }) => [
      statement(`replace_pattern(log.body, ${literal(pattern)}, ${literal(by)})`, "IsString(log.body)"),
      `replace_all_patterns(log.attributes, "value", ${literal(pattern)}, ${literal(by)})`,
    ]),
  ],
};
