import type { Cluster } from "./cluster.ts";
import { isMap } from "../protocol/values.ts";
import type { ValueMap } from "../protocol/values.ts";
import type { KubernetesObject, ManagedFields } from "./objects.ts";

/**
 * Managers whose fields the resource takes over before it is updated: people at a terminal, whose hand edits are drift to
 * be repaired and no other party, and this provider's own ways of before.
 */
const TAKEN_OVER: readonly Pick<ManagedFields, "manager" | "operation">[] = [
  { manager: "kubectl", operation: "Apply" },
  { manager: "kubectl", operation: "Update" },
  { manager: "before-first-apply", operation: "Update" },
  { manager: "pulumi-kubernetes", operation: "Update" },
  { manager: "pulumi-resource-kubernetes", operation: "Update" },
];

/** Makes `fieldManager` the owner of what those managers own of the live object. */
export async function takeOver(
  cluster: Cluster,
  live: KubernetesObject,
  fieldManager: string,
): Promise<KubernetesObject> {
  const entries = live.metadata.managedFields ?? [];
  const taken = takenOver(entries, fieldManager);
  if (!taken) return live;
  return cluster.patch(live, [
    // A write in between would be lost otherwise.
    { op: "test", path: "/metadata/resourceVersion", value: live.metadata.resourceVersion },
    { op: "replace", path: "/metadata/managedFields", value: taken },
  ]);
}

/** The entries with the taken ones merged into the manager's own; undefined when there is nothing to take. */
export function takenOver(entries: readonly ManagedFields[], fieldManager: string): ManagedFields[] | undefined {
  const taken = entries.filter(isTakenOver);
  if (taken.length === 0) return undefined;
  const isOwn = (entry: ManagedFields): boolean =>
    entry.manager === fieldManager && entry.operation === "Apply" && !entry.subresource;
  const [base, ...others] = [...entries.filter(isOwn), ...taken];
  const fieldsV1 = others.reduce<ValueMap>(
    (all, { fieldsV1: fields }) => union(all, fields as ValueMap),
    base?.fieldsV1 as ValueMap,
  );
  const own: ManagedFields = { ...base, manager: fieldManager, operation: "Apply", fieldsV1 };
  return [...entries.filter((entry) => !isOwn(entry) && !isTakenOver(entry)), own];
}

/** True for the entries that {@link takeOver} merges. */
export function isTakenOver(entry: ManagedFields): boolean {
  return TAKEN_OVER.some(
    ({ manager, operation }) =>
      !entry.subresource && entry.operation === operation && entry.manager.startsWith(manager),
  );
}

/** Field sets are nested maps; their union is their deep merge. */
function union(one: ValueMap, other: ValueMap = {}): ValueMap {
  const merged: ValueMap = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const present = merged[key];
    merged[key] = isMap(present) && isMap(value) ? union(present, value) : value;
  }
  return merged;
}
