import { vi } from "vitest";
import { stringify } from "yaml";
import { declaredResources } from "../../offline/recorder.ts";
import { parseStackFile } from "../../offline/stack-file.ts";
import type { KubernetesObject } from "./manifests.ts";

/** The manifests of a stack, by cluster: the whole program is run on it, as `make render` does. */
export async function rendered(
  stack: string,
  config: Record<string, unknown>,
): Promise<Map<string, KubernetesObject[]>> {
  // The program is a module: it runs when it is first imported, so it must be forgotten.
  vi.resetModules();
  const keys = Object.entries(config).map(([key, value]) => [`slipway:${key}`, value]);
  const file = parseStackFile(stringify({ config: Object.fromEntries(keys) as object }), stack);
  const resources = await declaredResources(stack, file);
  const objects = new Map<string, KubernetesObject[]>();
  for (const { type, provider = "", props } of resources) {
    if (!type.startsWith("kubernetes:")) continue;
    objects.set(provider, [...(objects.get(provider) ?? []), props]);
  }
  return objects;
}
