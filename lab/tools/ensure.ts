import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { LabError } from "../error.ts";
import { formatElapsed, lineProgress, type Progress } from "../progress.ts";
import { buildTool, fetchTool, type Workshop } from "./build.ts";
import type { ToolGroup, ToolName } from "./catalog.ts";
import { demandsOf, requireRoom } from "./disk.ts";
import { findGo, oldGo, type Go } from "./go.ts";
import { withLock } from "./lock.ts";
import { cacheRoot, locateTools, type Entry, type ToolPaths } from "./paths.ts";
import { prune } from "./prune.ts";

/** Begins the names of temporary folders in the cache. */
const WORK = ".work-";

/**
 * Makes sure that tools are there, building those that are not; a build that is cached costs nothing.
 *
 * @param selection names of tools and groups
 * @throws LabError when a tool cannot be built; what was finished before it stays cached
 *
 * @example
 * const tools = await ensureTools(["cluster", "engine"]);
 * start(tools.bin("kube-apiserver"));
 */
export async function ensureTools(
  selection: readonly (ToolName | ToolGroup)[],
  progress: Progress = lineProgress(),
): Promise<ToolPaths> {
  const { paths, missing, cached } = await locateTools(selection);
  if (missing.length > 0) await buildMissing(missing, await findGo(), cacheRoot(), progress);
  const now = new Date();
  await Promise.all([...cached, ...missing].map(({ folder }) => utimes(folder, now, now)));
  return paths;
}

/**
 * Builds tools into a cache, one run at a time on a machine: a second one waits, and finds the tools there.
 * @throws LabError as `ensureTools`
 */
export async function buildMissing(entries: readonly Entry[], go: Go, root: string, progress: Progress): Promise<void> {
  await mkdir(root, { recursive: true });
  const say = (owner: number) =>
    progress.note(`Process ${owner} is building the lab's tools: waiting for it to finish.`);
  await withLock(root, say, async () => {
    await removeLeftovers(root);
    const missing = entries.filter(({ folder }) => !existsSync(folder));
    if (missing.length > 0) await buildAll(missing, go, root, progress);
  });
}

async function buildAll(entries: readonly Entry[], go: Go, root: string, progress: Progress): Promise<void> {
  for (const { name, source } of entries) {
    const old = oldGo(go, name, await readFile(join(source, "go.mod"), "utf8"));
    if (old) throw new LabError(`${old.what}: ${old.fix}.`);
  }
  const tools = entries.map(({ tool }) => tool);
  await requireRoom(demandsOf(tools, root, go.moduleCache), `Building ${entries.map(({ name }) => name).join(", ")}`);

  const began = Date.now();
  const failed = new AbortController();
  const [work, logs] = [await mkdtemp(join(root, WORK)), join(root, "logs")];
  await mkdir(logs, { recursive: true });
  const shop: Workshop = { go, work, logs, signal: failed.signal };
  // Compiling takes every core, so it is one tool at a time; the network meanwhile fetches for the next ones.
  const fetched = fetchInTurn(entries, shop);
  try {
    for (const [index, entry] of entries.entries()) {
      const count = `(${index + 1} of ${entries.length})`;
      const step = progress.step(`${entry.name}: downloading ${count}`);
      try {
        await fetched[index];
        step.say(`${entry.name}: compiling ${count}`);
        await buildTool(entry, shop);
        step.end(`${entry.name}: built ${count}`);
      } catch (error) {
        step.end(`${entry.name}: failed ${count}`);
        throw error;
      }
    }
  } finally {
    failed.abort();
    await Promise.allSettled(fetched);
    await rm(work, { recursive: true, force: true, maxRetries: 5 });
  }
  await prune(root, entries);
  progress.note(`Tools are built: ${entries.length} in ${formatElapsed(Date.now() - began)}.`);
}

/** Starts one download after the other; each promise is for one entry. */
function fetchInTurn(entries: readonly Entry[], shop: Workshop): Promise<void>[] {
  let last = Promise.resolve();
  return entries.map((entry) => {
    last = last.then(() => fetchTool(entry, shop));
    // Whoever awaits it sees the error; until then it is not unhandled.
    last.catch(() => undefined);
    return last;
  });
}

/** What an interrupted build left; its processes are gone, for we hold its lock. */
async function removeLeftovers(root: string): Promise<void> {
  const leftovers = (await readdir(root)).filter((name) => name.startsWith(WORK));
  await Promise.all(leftovers.map((name) => rm(join(root, name), { recursive: true, force: true, maxRetries: 5 })));
}
