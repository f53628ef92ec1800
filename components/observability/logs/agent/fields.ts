import { presumed, severityNumbers, severityOfLevel } from "./levels.ts";
import { attribute, literal, resource, statement } from "./ottl.ts";
import type { Settings } from "./settings.ts";

/** Fields of a line at most, bytes of each, and of its name: together less than Loki takes with one line. */
export const MOST_FIELDS = 100;
export const LONGEST_VALUE = 8 * 1024;
export const LONGEST_NAME = 200;

/** The first of some fields that a line has becomes one with the name that all lines share. */
function renamed(name: string, aliases: readonly string[], ...conditions: string[]): string[] {
  const field = attribute(name);
  return [
    ...aliases.map((alias) =>
      statement(
        `set(${field}, ${attribute(alias)})`,
        `${field} == nil`,
        ...conditions.map((is) => is + `(${attribute(alias)})`),
      ),
    ),
    ...aliases.map((alias) =>
      statement(
        `delete_key(log.attributes, ${literal(alias)})`,
        `${attribute(alias)} != nil`,
        `${attribute(alias)} == ${field}`,
      ),
    ),
  ];
}

/** Hexadecimal ids of a line become its place in a trace; what is none stays a field. */
function identifying(path: string, digits: number, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const field = attribute(name);
    const valid = [`IsString(${field})`, `IsMatch(${field}, ${literal(`^[0-9a-fA-F]{${digits}}$`)})`];
    return [
      statement(`set(${path}.string, ToLowerCase(${field}))`, ...valid),
      statement(`delete_key(log.attributes, ${literal(name)})`, ...valid),
    ];
  });
}

/** The fields of a line that was a JSON object. */
const fields: string[] = [
  `merge_maps(log.attributes, log.body, "insert")`,
  // Flat: Loki, Elasticsearch and the redaction look at the names of one level.
  "flatten(log.attributes)",
  // Where it runs and how bad it is, a program does not get to say a second time.
  `delete_matching_keys(log.attributes, ${literal("^(k8s[._-](pod|node)[._-]name|severity[._-](text|number))$")})`,
  // Loki refuses the whole request for a single name without a letter or a digit.
  `delete_matching_keys(log.attributes, ${literal(`^[^a-zA-Z0-9]*$|^.{${LONGEST_NAME + 1},}`)})`,
  ...renamed("@timestamp", ["timestamp", "time", "ts"]),
  ...renamed("log.level", ["level", "lvl", "severity"], "IsString"),
  ...severityOfLevel,
  ...identifying("log.trace_id", 32, ["trace_id", "traceId", "traceID"]),
  ...identifying("log.span_id", 16, ["span_id", "spanId", "spanID"]),
  // As a text it would stand in the way of `service.name`, to which Elasticsearch gives an object.
  statement(
    `set(${attribute("labels.service")}, ${attribute("service")})`,
    `${attribute("service")} != ${resource("service.name")}`,
  ),
  `delete_key(log.attributes, "service")`,
  ...["msg", "message"].flatMap((name) => [
    statement(`set(log.body, ${attribute(name)})`, "IsMap(log.body)", `IsString(${attribute(name)})`),
    statement(`delete_key(log.attributes, ${literal(name)})`, `${attribute(name)} == log.body`),
  ]),
  `limit(log.attributes, ${MOST_FIELDS}, ["@timestamp", "log.level", "log.iostream"])`,
  `truncate_all(log.attributes, ${LONGEST_VALUE})`,
];

/** The severity of what a Go program says when it dies, or when it nearly did. */
const panics: string[] = [
  ...presumed("fatal", `IsMatch(log.body, ${literal("^(panic|fatal error|SIG[A-Z]+): ")})`),
  ...presumed("error", `IsMatch(log.body, ${literal("^[0-9/: ]*http: panic serving ")})`),
];

/**
 * Names that all lines share, whatever their logger calls it. The time of the line stays that at which the runtime got it:
 * a program whose clock is wrong says so in `@timestamp`, and loses no line by it.
 * @see https://opentelemetry.io/docs/specs/otel/logs/data-model/
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/processor/transformprocessor
 */
export const standardFields: Settings = {
  // A field that cannot be turned into what it should be stays what it is.
  error_mode: "silent",
  log_statements: [
    {
      statements: [
        statement(
          `set(${resource("service.name")}, ${resource("k8s.container.name")})`,
          `${resource("service.name")} == nil`,
        ),
        `set(${resource("k8s.node.name")}, "\${env:K8S_NODE_NAME}")`,
      ],
    },
    { conditions: ["IsMap(log.body)"], statements: fields },
    { conditions: ["IsString(log.body)"], statements: panics },
    {
      statements: [
        ...severityNumbers,
        `delete_key(log.attributes, "logtag")`,
        `delete_key(log.attributes, "log.file.path")`,
        // A line that is read twice must not differ: Loki drops what it has already.
        "set(log.observed_time_unix_nano, 0)",
      ],
    },
  ],
};
