import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { which } from "../host/which.ts";
import { catalog, select, type BinaryName, type Tool, type ToolGroup, type ToolName } from "./catalog.ts";
import { findGo, type Go } from "./go.ts";
import { cacheKey, type Ingredients } from "./key.ts";

/** Where the executables of a selection are. */
export interface ToolPaths {
  /** Absolute path of an executable by its own name: `bin("kubelet")`. */
  bin(binary: BinaryName): string;
  /** Folder of a tool's executables: `dir("cni")`. */
  dir(tool: ToolName): string;
  /** A file or folder that came with a tool: `file("traefik", "standard")`. */
  file(tool: ToolName, name: string): string;
  /** The folders to put on the PATH; those of tools that the machine brings itself are on it already. */
  path: string[];
}

/** What a selection of tools comes to on this machine. */
export interface Located {
  paths: ToolPaths;
  /** Tools that have yet to be built; their paths say where they will be. */
  missing: Entry[];
  /** Tools that are built. Neither list names what the machine brings itself. */
  cached: Entry[];
}

/** A tool's place in the cache. */
export interface Entry {
  name: string;
  tool: Tool;
  /** Folder with go.mod and go.sum, and the main package where that is our own. */
  source: string;
  /** `<cache>/<name>-<content hash>`; executables are in `bin/` below. */
  folder: string;
}

/** `$XDG_CACHE_HOME/slipway/tools`, by default under `~/.cache`. */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "slipway", "tools");
}

/**
 * Finds tools without building any.
 *
 * @example
 * const { paths, missing } = await locateTools(["cluster"]);
 * if (missing.length === 0) run(paths.bin("etcd"));
 */
export async function locateTools(selection: readonly (ToolName | ToolGroup)[], go?: Go): Promise<Located> {
  const root = cacheRoot();
  const names = select(selection);
  const system = new Map(names.map((name) => [name, systemFolder(catalog[name], root)]));
  const own = names.filter((name) => !system.get(name));
  const toolchain = own.length > 0 ? (go ?? (await findGo())) : undefined;
  const entries = toolchain ? await Promise.all(own.map((name) => entryOf(name, toolchain, root))) : [];

  const folders = new Map<string, string>(entries.map((entry) => [entry.name, join(entry.folder, "bin")]));
  const dir = (name: ToolName) => {
    const folder = system.get(name) ?? folders.get(name);
    if (!folder) throw new Error(`${name} was not among the selected tools: ${names.join(", ")}`);
    return folder;
  };
  return {
    paths: {
      dir,
      bin: (binary) => join(dir(ownerOf(binary)), binary),
      file: (tool, name) => join(dirname(dir(tool)), "files", name),
      path: [...folders.values()],
    },
    missing: entries.filter(({ folder }) => !existsSync(folder)),
    cached: entries.filter(({ folder }) => existsSync(folder)),
  };
}

/** Folder of a tool's go.mod and go.sum. */
export function sourceFolder(name: ToolName): string {
  return join(import.meta.dirname, name);
}

async function entryOf(name: ToolName, go: Go, root: string): Promise<Entry> {
  const tool: Tool = catalog[name];
  const source = sourceFolder(name);
  const key = cacheKey({ ...(await readModule(source)), tool, go });
  return { name, tool, source, folder: join(root, `${name}-${key}`) };
}

/** What a tool's folder holds. */
export async function readModule(folder: string): Promise<Pick<Ingredients, "goMod" | "goSum" | "sources">> {
  const own = (await readdir(folder)).filter((file) => file.endsWith(".go")).sort();
  const [goMod = "", goSum = "", ...sources] = await Promise.all(
    ["go.mod", "go.sum", ...own].map((file) => readFile(join(folder, file), "utf8")),
  );
  return { goMod, goSum, sources };
}

function ownerOf(binary: BinaryName): ToolName {
  const names = Object.keys(catalog) as ToolName[];
  return names.find((name) => (catalog[name] as Tool).binaries.includes(binary))!;
}

/** Folder on the PATH that holds the command a tool yields to. The cache does not count: `lab env` puts it there. */
function systemFolder({ yieldsTo }: Tool, root: string): string | undefined {
  if (!yieldsTo) return undefined;
  const folders = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => dirname(dirname(resolve(folder))) !== root);
  const command = which(yieldsTo, folders.join(delimiter));
  return command && dirname(command);
}
