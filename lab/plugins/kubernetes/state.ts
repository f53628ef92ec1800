import { without } from "../protocol/values.ts";
import type { Properties, ValueMap } from "../protocol/values.ts";
import { PATCH_FIELD_MANAGER, annotation } from "./annotations.ts";
import { newFieldManager } from "./names.ts";
import type { KubernetesObject } from "./objects.ts";
import { marked } from "./secrets.ts";

/** Outputs that are the provider's own; the engine does not show names with two underscores. */
const FIELD_MANAGER = "__fieldManager";
const INITIAL_API_VERSION = "__initialApiVersion";

/** Outputs of a resource: the live object without its bookkeeping, and who the resource is to server-side apply. */
export function outputsOf(live: KubernetesObject, inputs: Properties, fieldManager: string): Properties {
  const metadata = without(live.metadata, "managedFields");
  const values = { ...live, metadata, [FIELD_MANAGER]: fieldManager, [INITIAL_API_VERSION]: live.apiVersion };
  return marked(values, inputs);
}

/** Outputs in a preview: a status that the object has not reached yet is unknown to what depends on it. */
export function previewOf(dryRun: KubernetesObject, inputs: Properties, fieldManager: string): Properties {
  return outputsOf(without(dryRun, "status") as KubernetesObject, inputs, fieldManager);
}

/** The live object that outputs hold. */
export function liveOf({ values }: Properties): ValueMap {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith("__")));
}

/** The field manager: what the program says, else the one of before, else a new one. */
export function fieldManagerOf(inputs: ValueMap, outputs: ValueMap): string {
  const before = outputs[FIELD_MANAGER];
  return annotation(inputs, PATCH_FIELD_MANAGER) ?? (typeof before === "string" ? before : newFieldManager());
}
