import { parsePath } from "../protocol/paths.ts";
import type { DiffRequest, DiffResult, PropertyDifference } from "../protocol/plugin.ts";
import type { Path, ValueMap } from "../protocol/values.ts";
import { AUTONAMED, isAnnotated } from "./annotations.ts";
import { compare, prune } from "./compare.ts";
import type { Context } from "./context.ts";
import { normalise } from "./normalise.ts";
import { at } from "./objects.ts";
import { replacingPaths, touches } from "./replace.ts";
import type { Mutability } from "./replace.ts";
import { replaceUnready } from "./replace-unready.ts";
import { liveOf } from "./state.ts";
import { kindOfToken, isPatchToken } from "./types.ts";

/** The differences between a resource's state and its new inputs, and whether they replace it. */
export async function diff(context: Context, request: DiffRequest): Promise<DiffResult> {
  const { type, oldInputs, oldOutputs, news, ignoreChanges } = request;
  const comparison = {
    type,
    oldInputs: oldInputs.values,
    oldLive: liveOf(oldOutputs),
    newInputs: news.values,
    ignoreChanges,
  };
  return replaceUnready(context, request, compareWithLive(comparison, context.settings));
}

/** What a diff looks at. */
export interface Comparison {
  /** Type token. */
  type: string;
  oldInputs: ValueMap;
  /** The live object as the state has it. */
  oldLive: ValueMap;
  newInputs: ValueMap;
  ignoreChanges: readonly string[];
}

/**
 * New inputs against the live object of the last state, pruned to what the old inputs said: so drift that a refresh has
 * seen is repaired, and what controllers add is left alone.
 */
export function compareWithLive(comparison: Comparison, mutability: Mutability): DiffResult {
  const { type, oldLive } = comparison;
  const before = withIdentity(prune(oldLive, normalise(comparison.oldInputs)), oldLive, comparison.newInputs);
  const after = normalise(comparison.newInputs);
  const ignored = comparison.ignoreChanges.map(parsePath);
  const replacing = replacingPaths(kindOfToken(type), after, mutability, isPatchToken(type));

  const differences = compare(before, after)
    .filter(({ path }) => !ignored.some((prefix) => isPrefix(prefix, path)))
    .map((difference): PropertyDifference => {
      const value = difference.kind === "delete" ? at(before, ...difference.path) : at(after, ...difference.path);
      return touches(replacing, difference.path, value) ? { ...difference, replace: true } : difference;
    });
  const replaced = differences.some(({ replace }) => replace);
  return { differences, deleteBeforeReplace: replaced && keepsItsName(after, oldLive) };
}

/** A name that the program only now writes down, or a namespace that it took from the provider, is no change by itself. */
function withIdentity(pruned: ValueMap, live: ValueMap, inputs: ValueMap): ValueMap {
  const metadata: ValueMap = { ...(pruned.metadata as ValueMap | undefined) };
  for (const field of ["name", "namespace"] as const) {
    if (at(inputs, "metadata", field) != null) metadata[field] = at(live, "metadata", field) as string | undefined;
  }
  return { apiVersion: live.apiVersion, kind: live.kind, ...pruned, metadata };
}

/** Two objects of one name cannot stand beside each other: the old one has to go first. */
function keepsItsName(inputs: ValueMap, live: ValueMap): boolean {
  const name = at(inputs, "metadata", "name");
  return (
    typeof name === "string" &&
    !isAnnotated(inputs, AUTONAMED) &&
    name === at(live, "metadata", "name") &&
    at(inputs, "metadata", "namespace") === at(live, "metadata", "namespace")
  );
}

function isPrefix(prefix: Path, path: Path): boolean {
  return prefix.length <= path.length && prefix.every((step, index) => step === "*" || step === path[index]);
}
