/** Every instruction of the Dockerfile syntax. @see https://docs.docker.com/reference/dockerfile/ */
const INSTRUCTIONS = new Set(
  "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR".split(
    " ",
  ),
);

/** Instructions whose arguments may go on as a document of their own. */
const WITH_HEREDOCS = new Set(["ADD", "COPY", "RUN"]);

/** The first line that no builder would understand, as a sentence; undefined when there is none. */
export function dockerfileProblem(text: string): string | undefined {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const escape = /^#\s*escape\s*=\s*(\S)/im.exec(lines.slice(0, 3).join("\n"))?.[1] ?? "\\";
  let sawFrom = false;
  for (let index = 0; index < lines.length; index++) {
    const start = index;
    if (isBlank(lines[index])) continue;
    let statement = (lines[index] ?? "").trim();
    // Comments and empty lines inside a continued instruction do not end it.
    while (statement.endsWith(escape) && index + 1 < lines.length) {
      const next = lines[++index] ?? "";
      if (!isBlank(next)) statement = `${statement.slice(0, -1)} ${next.trim()}`;
    }
    const keyword = (/^\S+/.exec(statement)?.[0] ?? "").toUpperCase();
    if (!INSTRUCTIONS.has(keyword)) return `line ${start + 1}: unknown instruction ${keyword}`;
    if (!sawFrom && keyword !== "FROM" && keyword !== "ARG")
      return `line ${start + 1}: ${keyword} before the first FROM`;
    if (keyword === statement.toUpperCase()) return `line ${start + 1}: ${keyword} needs an argument`;
    sawFrom ||= keyword === "FROM";
    for (const delimiter of WITH_HEREDOCS.has(keyword) ? heredocs(statement) : []) {
      do index++;
      while (index < lines.length && (lines[index] ?? "").replace(/^\t+/, "") !== delimiter);
      if (index >= lines.length) return `line ${start + 1}: the document <<${delimiter} does not end`;
    }
  }
  return sawFrom ? undefined : "it has no FROM";
}

function isBlank(line = ""): boolean {
  return /^\s*(#|$)/.test(line);
}

/** Delimiters of the documents that a statement opens: `<<EOF`, `<<-"EOF"`. A here-string `<<<` opens none. */
function heredocs(statement: string): string[] {
  return [...statement.matchAll(/(?<![<])<<-?\s*(["']?)([A-Za-z_]\w*)\1/g)].map(([, , delimiter = ""]) => delimiter);
}
