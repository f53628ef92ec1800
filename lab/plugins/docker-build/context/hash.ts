import { createHash } from "node:crypto";
import { readdir, readFile, readlink, lstat } from "node:fs/promises";
import { join } from "node:path";
import { isIgnored, parseDockerignore, type IgnoreRule } from "./dockerignore.ts";

/** What a build reads from this machine. */
export interface BuildSources {
  /** Folder of the context; undefined when the builder fetches it itself. */
  context?: string;
  /** Path of the Dockerfile; undefined when it is inline or remote. */
  dockerfile?: string;
  /** Folders of named contexts. */
  named: Readonly<Record<string, string>>;
}

const sha256 = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");

/**
 * A hash that changes when the build might have another result: the Dockerfile's text, and path, mode and content of
 * every file that the builder would be sent. Neither times nor owners nor the folder's own place count.
 * @throws Error naming the file that cannot be read
 */
export async function hashSources({ context, dockerfile, named }: BuildSources): Promise<string> {
  const facts: string[] = [];
  if (dockerfile !== undefined) facts.push(sha256(await readFile(dockerfile)));
  if (context !== undefined) facts.push(...(await factsOf(context, await ignoreRules(context, dockerfile))));
  for (const [name, folder] of Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1))) {
    facts.push(JSON.stringify([name]), ...(await factsOf(folder, await ignoreRules(folder))));
  }
  return sha256(facts.join("\n"));
}

/** `<Dockerfile>.dockerignore` wins over the one at the root of the context. */
async function ignoreRules(folder: string, dockerfile?: string): Promise<IgnoreRule[]> {
  const candidates = [
    ...(dockerfile === undefined ? [] : [`${dockerfile}.dockerignore`]),
    join(folder, ".dockerignore"),
  ];
  for (const candidate of candidates) {
    const text = await readFile(candidate, "utf8").catch(() => undefined);
    if (text !== undefined) return parseDockerignore(text);
  }
  return [];
}

/** One line a file, in the order of their paths. Folders count by what is in them. */
async function factsOf(root: string, rules: readonly IgnoreRule[]): Promise<string[]> {
  const mayReturn = rules.some(({ keeps }) => keeps);
  const facts: [path: string, ...string[]][] = [];
  const visit = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const ignored = isIgnored(rules, path);
      if (entry.isDirectory()) {
        // A later `!` may take back a file below an ignored folder; without one, node_modules is not even opened.
        if (!ignored || mayReturn) await visit(path);
      } else if (!ignored && (entry.isFile() || entry.isSymbolicLink())) {
        const file = join(root, path);
        const { mode } = await lstat(file);
        // The builder is sent a link as a link.
        const content = entry.isSymbolicLink() ? await readlink(file) : sha256(await readFile(file));
        facts.push([path, (mode & 0o170777).toString(8), content]);
      }
    }
  };
  await visit("");
  return facts.sort(([a], [b]) => (a < b ? -1 : 1)).map((fact) => JSON.stringify(fact));
}
