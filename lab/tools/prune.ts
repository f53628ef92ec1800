import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Entry } from "./paths.ts";

/** Branches that are switched between keep their tools this long after the last use. */
const UNUSED_DAYS = 30;

/** Removes other builds of the same tools that nobody used for 30 days; `ensureTools` marks use by a folder's mtime. */
export async function prune(root: string, entries: readonly Pick<Entry, "name" | "folder">[]): Promise<void> {
  const oldest = Date.now() - UNUSED_DAYS * 24 * 3_600_000;
  const current = new Set(entries.map(({ folder }) => folder));
  const names = new Set(entries.map(({ name }) => name));
  for (const folder of await readdir(root)) {
    const path = join(root, folder);
    const name = /^(.+)-[0-9a-f]{16}$/.exec(folder)?.[1];
    if (!name || !names.has(name) || current.has(path)) continue;
    if ((await stat(path)).mtimeMs < oldest) await rm(path, { recursive: true, force: true });
  }
}
