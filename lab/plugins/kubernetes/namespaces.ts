import { isMap, without } from "../protocol/values.ts";
import type { ValueMap } from "../protocol/values.ts";

/** Inputs with the namespace that they get: their own or the default one; none for what belongs to the cluster. */
export function placed(inputs: ValueMap, namespaced: boolean, defaultNamespace: string): ValueMap {
  const metadata = inputs.metadata ?? {};
  if (!isMap(metadata)) return inputs;
  if (namespaced) return { ...inputs, metadata: { ...metadata, namespace: metadata.namespace ?? defaultNamespace } };
  return { ...inputs, metadata: without(metadata, "namespace") };
}
