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

/** What building these tools in this order takes at its peak: below the tool cache, and below Go's module cache. */
export function demandsOf(tools: readonly Tool[], cache: string, modules: string): Demand[] {
  // One build cache serves the whole run, since tools share dependencies.
  let [held, peak] = [0, 0];
  for (const { disk } of tools) {
    // While Go compiles it has each package twice, in the build cache and in its temporary folder.
    peak = Math.max(peak, held + 2 * disk.build + disk.binaries);
    held += disk.build + disk.binaries;
  }
  return [
    { path: cache, megabytes: peak },
    { path: modules, megabytes: tools.reduce((total, { disk }) => total + disk.modules, 0) },
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
