import { POD_ATTRIBUTES } from "./attributes.ts";
import type { Settings } from "./config.ts";

/** Attributes whose value is a credential whatever it looks like, and command lines, which hold passwords as arguments. */
const SECRET_KEYS = [
  "(?i)(authorization|cookie|password|passwd|secret|token|api[._-]?key|access[._-]?key|private[._-]?key|credentials?)$",
  "^process\\.command_(args|line)$",
].join("|");

/** What is replaced in a text: a pattern in Go's syntax, and what stays of it. */
interface Replacement {
  pattern: string;
  by: string;
}

const replacements: Replacement[] = [
  // https://user:password@host, greedily: a password may hold an @ itself.
  { pattern: "://[^/?#\\s]*@", by: "://****@" },
  // ?access_token=…, and password=… of a connection string.
  {
    pattern:
      "(?i)((?:^|[?&;#\\s])[^=?&;#\\s]*(?:token|secret|password|passwd|pwd|signature|api[_-]?key|access[_-]?key|credential|authorization)[^=?&;#\\s]*=)[^&;#\\s]+",
    by: "$1****",
  },
  { pattern: "([?&](?:sig|key)=)[^&#\\s]+", by: "$1****" },
  { pattern: "(?i)\\b(bearer|basic)\\s+[a-z0-9._~+/-]{8,}=*", by: "$1 ****" },
  // A JSON Web Token, wherever it stands.
  { pattern: "\\beyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*", by: "****" },
];

/**
 * Spans without credentials, and without what their sender says of its pod, which could be a neighbour's name. Keys go
 * altogether, for their values may be lists, in which patterns are not looked for. Each group is of one context: a group
 * that names events would be executed for the spans that have some, and for no other.
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/url/ (url.full and url.query must be redacted)
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/processor/transformprocessor#context-inference
 */
export const cleaning: Settings = {
  // A span that cannot be cleaned is not passed on.
  error_mode: "propagate",
  trace_statements: [
    {
      statements: [
        statement("delete_matching_keys", "resource.attributes", `^(${POD_ATTRIBUTES.map(escaped).join("|")})$`),
        ...inMap("resource.attributes"),
      ],
    },
    { statements: [...inMap("span.attributes"), ...inText("span.name"), ...inText("span.status.message")] },
    { statements: inMap("spanevent.attributes") },
  ],
};

function inMap(map: string): string[] {
  return [
    statement("delete_matching_keys", map, SECRET_KEYS),
    ...replacements.map(({ pattern, by }) => statement("replace_all_patterns", map, "value", pattern, by)),
  ];
}

function inText(text: string): string[] {
  return replacements.map(({ pattern, by }) => statement("replace_pattern", text, pattern, by));
}

/** A statement of OTTL. The collector reads `$` as the beginning of a variable, unless it is doubled. */
function statement(name: string, target: string, ...texts: string[]): string {
  const literals = texts.map((text) => JSON.stringify(text).replaceAll("$", () => "$$"));
  return `${name}(${[target, ...literals].join(", ")})`;
}

function escaped(text: string): string {
  return text.replaceAll(".", "\\.");
}
