/** One row of a reference: an argument of a component or a key of the stack file. */
export interface Row {
  /** Dotted path; `[]` stands for each element of a list, `<name>` for each key of a map. */
  path: string;
  /** As TypeScript writes it. */
  type: string;
  /** Its value, or prose; `required` where there is none. */
  default: string;
  meaning: string;
}

/** A Markdown table of rows, under what their first column is called. */
export function table(subject: string, rows: readonly Row[]): string {
  const cells = rows.map((row) => [`\`${row.path}\``, `\`${row.type}\``, row.default, row.meaning]);
  return markdown([subject, "type", "default", "meaning"], cells);
}

/** A Markdown table. */
export function markdown(head: readonly string[], cells: readonly string[][]): string {
  return [head, head.map(() => "---"), ...cells].map((line) => `| ${line.map(escaped).join(" | ")} |`).join("\n");
}

function escaped(cell: string): string {
  return cell.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
}
