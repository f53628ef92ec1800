import type { Base } from "./base.ts";
import type { Change } from "./changes.ts";

export const DIFF_FORMATS = ["text", "markdown"] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

const SIGNS: Record<Change["kind"], string> = { added: "+", removed: "-", changed: "~" };

/** The review of a change: for a terminal, or for a comment on a pull request. */
export function report(stack: string, base: Base, found: readonly Change[], format: DiffFormat): string {
  const summary = `${stack}: ${counts(found)} since ${base.ref} (${base.commit})`;
  const sections = found.map(({ kind, object, diff }) => ({ title: `${SIGNS[kind]} ${object}`, diff }));
  if (format === "text") return [summary, ...sections.map(({ title, diff }) => `\n${title}\n${diff}`), ""].join("\n");
  return [`### ${summary}`, ...sections.map(folded), ""].join("\n\n");
}

function counts(found: readonly Change[]): string {
  const count = (kind: Change["kind"]) => found.filter((change) => change.kind === kind).length;
  const parts = (["added", "changed", "removed"] as const).flatMap((kind) =>
    count(kind) ? [`${count(kind)} ${kind}`] : [],
  );
  return parts.length > 0 ? parts.join(", ") : "no object changed";
}

/** Four backticks, for a manifest may hold three. */
function folded({ title, diff }: { title: string; diff: string }): string {
  return `<details><summary><code>${title}</code></summary>\n\n\`\`\`\`diff\n${diff}\n\`\`\`\`\n\n</details>`;
}
