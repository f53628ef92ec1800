import { attribute, literal, statement } from "./ottl.ts";

/** What a level is called: by us, by OpenTelemetry, and by the loggers of Go and others. */
const levels = [
  { name: "trace", severity: "TRACE", aliases: ["trc"] },
  { name: "debug", severity: "DEBUG", aliases: ["dbg"] },
  { name: "info", severity: "INFO", aliases: ["inf", "information", "informational", "notice"] },
  { name: "warn", severity: "WARN", aliases: ["warning", "wrn"] },
  { name: "error", severity: "ERROR", aliases: ["err"] },
  {
    name: "fatal",
    severity: "FATAL",
    aliases: ["ftl", "panic", "dpanic", "critical", "crit", "alert", "emergency", "emerg"],
  },
] as const;

export type Level = (typeof levels)[number]["name"];

/** Values of the label `severity_text`. */
export const levelNames: readonly string[] = levels.map(({ name }) => name);

const LEVEL = attribute("log.level");

const mapping = Object.fromEntries(levels.map(({ name, aliases }) => [name, [{ equals: [name, ...aliases] }]]));

/**
 * The level in lower case, and the severity that it stands for. One that nobody knows stays a field, and makes no severity:
 * that becomes a label, of which there must not be many.
 */
export const severityOfLevel: string[] = [
  statement(`set(${LEVEL}, ToLowerCase(${LEVEL}))`, `IsString(${LEVEL})`),
  // slog: INFO+2 lies between info and warn.
  statement(`replace_pattern(${LEVEL}, ${literal("[+-]\\d+$")}, "")`, `IsString(${LEVEL})`),
  statement(`set(log.severity_text, ParseSeverity(${LEVEL}, ${JSON.stringify(mapping)}))`, `IsString(${LEVEL})`),
  statement(`set(${LEVEL}, log.severity_text)`, `log.severity_text != ""`),
];

/** The numbers of all severities, whatever they were told from. */
export const severityNumbers: string[] = levels.map(({ name, severity }) =>
  statement(`set(log.severity_number, SEVERITY_NUMBER_${severity})`, `log.severity_text == ${literal(name)}`),
);

/** Says of a line what it does not say itself. */
export function presumed(level: Level, ...conditions: string[]): string[] {
  const unless = `log.severity_text == ""`;
  return [
    statement(`set(${LEVEL}, ${literal(level)})`, unless, ...conditions),
    statement(`set(log.severity_text, ${literal(level)})`, unless, ...conditions),
  ];
}
