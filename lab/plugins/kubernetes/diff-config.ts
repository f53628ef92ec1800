import { isDeepStrictEqual } from "node:util";
import type { DiffResult, PropertyDifference } from "../protocol/plugin.ts";
import { hasUnknown } from "../protocol/values.ts";
import type { Properties } from "../protocol/values.ts";
import { compare } from "./compare.ts";
import { activeCluster } from "./kubeconfig.ts";
import { readSettings } from "./settings.ts";

/** The arguments that choose a cluster. */
const CHOOSING = new Set<unknown>(["kubeconfig", "context", "cluster"]);

/**
 * Another cluster has none of the old one's objects: the provider, and everything that it made, is replaced. A
 * `clusterIdentifier` decides alone where the program sets one.
 */
export function diffConfig(olds: Properties, news: Properties): DiffResult {
  const differences = compare(olds.values, news.values);
  return {
    differences: differences.map((difference) => ({ ...difference, replace: replaces(difference, olds, news) })),
  };
}

function replaces({ path: [argument] }: PropertyDifference, olds: Properties, news: Properties): boolean {
  if (news.values.clusterIdentifier != null)
    return argument === "clusterIdentifier" && olds.values.clusterIdentifier != null;
  if (!CHOOSING.has(argument) || hasUnknown(news.values)) return false;
  const [before, after] = [clusterOf(olds), clusterOf(news)];
  return before !== UNREADABLE && after !== UNREADABLE && !isDeepStrictEqual(before, after);
}

/** A kubeconfig that is no longer there cannot be compared, and what cannot be compared is not torn down. */
const UNREADABLE = Symbol("unreadable");

function clusterOf({ values }: Properties): unknown {
  try {
    return activeCluster(readSettings(values, {}));
  } catch {
    return UNREADABLE;
  }
}
