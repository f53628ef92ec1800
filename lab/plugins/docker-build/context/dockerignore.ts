/** One line of a `.dockerignore`. */
export interface IgnoreRule {
  pattern: RegExp;
  /** `!pattern`: takes back what earlier lines left out. */
  keeps: boolean;
}

/**
 * Reads a `.dockerignore`. Its patterns are anchored at the context's root, unlike those of a `.gitignore`.
 * @throws Error naming a pattern that cannot be read
 * @see https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export function parseDockerignore(text: string): IgnoreRule[] {
  return text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .map((line) => line.trim())
    .filter((line) => line !== "" && line !== "!")
    .map((line) => {
      const keeps = line.startsWith("!");
      return { keeps, pattern: toRegExp(keeps ? line.slice(1).trim() : line) };
    });
}

/** `a//b/./c/` → `a/b/c`: patterns are compared with clean paths. */
function clean(pattern: string): string {
  const parts: string[] = [];
  for (const part of pattern.split("/")) {
    if (part === ".." && parts.length > 0) parts.pop();
    else if (part !== "" && part !== "." && part !== "..") parts.push(part);
  }
  return parts.join("/");
}

function toRegExp(pattern: string): RegExp {
  const source = clean(pattern).replaceAll(
    /(?<end>\*\*\/?$)|\*\*\/?|\*|\?|\\(?<literal>.)|[.+()|{}$^/]/g,
    (match: string, ...rest: unknown[]) => {
      const { end, literal } = rest.at(-1) as { end?: string; literal?: string };
      if (match.startsWith("**")) return end === undefined ? "(?:.*/)?" : ".*";
      if (match === "*") return "[^/]*";
      if (match === "?") return "[^/]";
      if (literal !== undefined) return literal.replace(/[^\w]/, "\\$&");
      return `\\${match}`;
    },
  );
  try {
    return new RegExp(`^${source.replaceAll("[\\^", "[^")}$`);
  } catch {
    throw new Error(`.dockerignore: "${pattern}" is not a pattern`);
  }
}

/** Whether a path (relative to the context, `/` between its parts) stays out: the last rule that fits it, or a folder above it, decides. */
export function isIgnored(rules: readonly IgnoreRule[], path: string): boolean {
  const parts = path.split("/");
  const withParents = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  const last = rules.findLast(({ pattern }) => withParents.some((candidate) => pattern.test(candidate)));
  return last !== undefined && !last.keeps;
}
