import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Tool } from "../../../../lab/tools/catalog.ts";
import type { Entry } from "../../../../lab/tools/paths.ts";
import type { Progress } from "../../../../lab/progress.ts";

/** A module without dependencies; without imports it compiles in seconds even from an empty Go cache. */
export const small = `package main\n\nfunc main() { println("hello") }\n`;

/** Compiles long enough to be caught in the act. */
export const large = `package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe("", nil) }\n`;

export const tool: Tool = { group: "bench", binaries: ["hello"], disk: { modules: 0, build: 0, binaries: 0 } };

/** A folder that goes away with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-tools-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A cache in a temporary folder, and a tool made of one Go file to build into it. */
export async function fixture(source: string, recipe: Partial<Tool> = {}): Promise<{ root: string; entry: Entry }> {
  const folder = await temporaryFolder();
  const module = join(folder, "source");
  await mkdir(module);
  await writeFile(join(module, "go.mod"), "module example.test/hello\n\ngo 1.24\n\ntool example.test/hello\n");
  await writeFile(join(module, "go.sum"), "");
  await writeFile(join(module, "main.go"), source);
  const root = join(folder, "cache");
  const entry = {
    name: "hello",
    tool: { ...tool, ...recipe },
    source: module,
    folder: join(root, `hello-${"0".repeat(16)}`),
  };
  return { root, entry };
}

/** Keeps what was said. */
export function recorder(): Progress & { lines: string[] } {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  return { lines, note: say, step: (label) => (say(label), { say, end: say }) };
}

/** Everything in a cache but the logs. */
export async function entriesOf(root: string): Promise<string[]> {
  return (await readdir(root)).filter((name) => name !== "logs");
}

/** Names of the processes that were given this folder in their environment, as all of a build are. */
export async function processesUsing(root: string): Promise<string[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const read = (pid: string, file: string) => readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "");
  const processes = await Promise.all(pids.map(async (pid) => [await read(pid, "environ"), await read(pid, "comm")]));
  return processes.filter(([environment]) => environment!.includes(`GOCACHE=${root}`)).map(([, name]) => name!.trim());
}
