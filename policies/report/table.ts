import { type Finding, sentence, type Verdict } from "../verdict.ts";

const COLUMNS = ["rule", "level", "passed", "failed", "waived", "undetermined"] as const;
/** A rule that was not evaluated has found nothing, which is not the same as nothing to find. */
const UNJUDGED = ["-", "-", "-", "-"];

/** The verdict for people: a line a rule, then every finding, then the outcome. */
export function table(verdict: Verdict): string {
  const rows = verdict.rules.map(({ rule, level, passed, failed, waived, undetermined }) =>
    [
      rule,
      level,
      ...(level === "disabled" ? UNJUDGED : [passed, failed.length, waived.length, undetermined.length]),
    ].map(String),
  );
  return [...aligned([[...COLUMNS], ...rows]), "", ...findings(verdict), outcome(verdict), ""].join("\n");
}

function findings({ rules, unusedWaivers }: Verdict): string[] {
  const lines = [
    ...rules.flatMap(({ level, failed }) => failed.map((finding) => line(level, finding))),
    ...rules.flatMap(({ undetermined }) => undetermined.map((finding) => line("undetermined", finding))),
    ...rules.flatMap(({ waived }) =>
      waived.map((finding) => {
        const { ticket, owner, expires, reason } = finding.waiver;
        return `${line("waived", finding)}\n  accepted by ${owner} until ${expires} (${ticket}): ${reason}`;
      }),
    ),
    ...unusedWaivers.map(
      ({ rule, resource, ticket }) =>
        `warning  the waiver of ${rule} for ${resource} (${ticket}) is not needed: remove it`,
    ),
  ];
  return lines.length > 0 ? [...lines, ""] : [];
}

function line(status: string, finding: Finding): string {
  return `${status}  ${finding.rule}  ${finding.resource.type} ${finding.resource.name}\n  ${sentence(finding)}`;
}

function outcome({ environment, resources, rules, blocked }: Verdict): string {
  const count = (findings: (rule: Verdict["rules"][number]) => readonly Finding[]) =>
    rules.reduce((sum, rule) => sum + findings(rule).length, 0);
  const mandatory = count(({ level, failed }) => (level === "mandatory" ? failed : []));
  const advisory = count(({ level, failed }) => (level === "mandatory" ? [] : failed));
  const undetermined = count((rule) => rule.undetermined);
  const disabled = rules.filter(({ level }) => level === "disabled").length;
  const off = disabled > 0 ? `, disabled ${disabled}` : "";
  return (
    `${blocked ? "refused" : "accepted"} for ${environment} (resources ${resources}, rules ${rules.length}${off}): ` +
    `mandatory violations ${mandatory}, advisory ${advisory}, undetermined ${undetermined}`
  );
}

/** Columns as wide as their widest cell; the first row is the heading. */
function aligned(rows: string[][]): string[] {
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
