import { LabError } from "../error.ts";
import { gigabytes, roomAt, type Room } from "../host/room.ts";
import type { Tool } from "./catalog.ts";

/** A demand for room below a path, in MB. */
export interface Demand {
  path: string;
  megabytes: number;
}

/** Demands that a file system cannot meet. */
export interface Shortage {
  paths: string[];
  needed: number;
  free: number;
}

/** Left free for the rest of the machine, and because the sizes in the catalog were measured elsewhere. */
const RESERVE = 1_000;

/** What building these tools takes at its peak: below the tool cache, and below Go's module cache. */
export function demandsOf(tools: readonly Tool[], cache: string, modules: string): Demand[] {
  const sum = (part: keyof Tool["disk"]) => tools.reduce((total, { disk }) => total + disk[part], 0);
  return [
    // One build cache serves the whole run: tools share dependencies.
    { path: cache, megabytes: sum("build") + sum("binaries") },
    { path: modules, megabytes: sum("modules") },
  ];
}

/** Adds up demands on the same file system and returns those that it has no room for. */
export function shortages(demands: readonly Demand[], roomAt: (path: string) => Room): Shortage[] {
  const devices = Map.groupBy(demands, ({ path }) => roomAt(path).device);
  return [...devices.values()]
    .map((group) => ({
      paths: group.map(({ path }) => path),
      needed: group.reduce((total, { megabytes }) => total + megabytes, RESERVE),
      free: roomAt(group[0]!.path).megabytes,
    }))
    .filter(({ needed, free }) => free < needed);
}

/**
 * Refuses work that would fill a disk.
 * @throws LabError saying how much is missing, and where
 */
export async function requireRoom(demands: readonly Demand[], purpose: string): Promise<void> {
  const rooms = new Map(await Promise.all(demands.map(async ({ path }) => [path, await roomAt(path)] as const)));
  for (const { paths, needed, free } of shortages(demands, (path) => rooms.get(path)!)) {
    throw new LabError(
      `${purpose} needs ${gigabytes(needed)} of disk below ${paths.join(" and ")}, and ${gigabytes(free)} are free: ` +
        `make room for ${gigabytes(needed - free)}, or move the caches with XDG_CACHE_HOME and GOMODCACHE.`,
    );
  }
}
