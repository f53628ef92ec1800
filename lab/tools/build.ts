import { chmod, copyFile, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { execa } from "execa";
import { runLogged } from "./command.ts";
import { buildFailure } from "./failure.ts";
import type { Go } from "./go.ts";
import { buildFlags } from "./key.ts";
import type { Entry } from "./paths.ts";

/** What the builds of one run share. */
export interface Workshop {
  go: Go;
  /** Temporary folder, on the file system of the cache, that goes away at the end of the run. */
  work: string;
  /** Folder of the log files. */
  logs: string;
  /** Ends what is running when the run has failed. */
  signal: AbortSignal;
}

/**
 * Downloads the modules that a tool's packages need. `go list -deps` loads exactly those; `go mod download` would also
 * fetch what only the tests of dependencies use.
 * @throws LabError when a module cannot be had
 */
export async function fetchTool(entry: Entry, shop: Workshop): Promise<void> {
  await run(entry, shop, ["go", "list", "-deps", `-f={{""}}`, ...buildFlags(entry.tool).filter(isTags), "tool"]);
}

/**
 * Compiles one tool and moves it to its place in the cache, all at once.
 * @throws LabError when it does not compile
 */
export async function buildTool(entry: Entry, shop: Workshop): Promise<void> {
  const staging = join(shop.work, entry.name);
  const bin = join(staging, "bin");
  await mkdir(bin, { recursive: true });
  await run(entry, shop, ["go", "build", ...buildFlags(entry.tool), "-o", `${bin}/`, "tool"]);

  for (const [from, to] of Object.entries(entry.tool.renames ?? {})) await rename(join(bin, from), join(bin, to));
  for (const { module, path } of entry.tool.scripts ?? []) {
    const target = join(bin, basename(path));
    await copyFile(join(await moduleFolder(module, entry, shop), path), target);
    await chmod(target, 0o755);
  }
  for (const { module, path } of entry.tool.files ?? []) {
    // Without their mode: modules are read-only, folders included, and the cache must be able to forget them.
    await mkdir(join(staging, "files"), { recursive: true });
    const from = join(await moduleFolder(module, entry, shop), path);
    await execa("cp", ["--recursive", "--no-preserve=mode", from, join(staging, "files", basename(path))]);
  }
  const made = (await readdir(bin)).sort().join(" ");
  const promised = [...entry.tool.binaries].sort().join(" ");
  if (made !== promised)
    throw new Error(`lab/tools/catalog.ts says that ${entry.name} is ${promised}, but Go made ${made}`);

  await rename(staging, entry.folder);
}

const isTags = (flag: string) => flag.startsWith("-tags=");

async function run(entry: Entry, shop: Workshop, command: ["go", ...string[]]): Promise<void> {
  const logFile = join(shop.logs, `${entry.name}.log`);
  await rm(logFile, { force: true });
  if (await runLogged({ command, cwd: entry.source, env: buildEnv(shop), log: logFile, signal: shop.signal })) return;
  const flags = buildFlags(entry.tool).map((flag) => `'${flag}'`);
  throw buildFailure({
    tool: entry.name,
    log: await readFile(logFile, "utf8"),
    logFile,
    retry: `cd ${entry.source} && CGO_ENABLED=0 go build ${flags.join(" ")} -o "$(mktemp -d)" tool`,
    go: shop.go,
  });
}

async function moduleFolder(module: string, { source }: Entry, shop: Workshop): Promise<string> {
  const { stdout } = await execa("go", ["list", "-m", "-f", "{{.Dir}}", module], { cwd: source, env: buildEnv(shop) });
  return stdout;
}

/** Static binaries; go.sum is the lock; nothing that the person set for their own Go code leaks in. */
function buildEnv({ work }: Workshop): Record<string, string> {
  return {
    CGO_ENABLED: "0",
    GOFLAGS: "-mod=readonly",
    GOWORK: "off",
    GOCACHE: join(work, "go-build"),
    GOTMPDIR: work,
  };
}
