import type { Field } from "../values/field.ts";
import type { Truth } from "../values/truth.ts";
import type { KubernetesObject } from "./objects.ts";

/** Where objects land that name no namespace, unless the provider has another default. */
const DEFAULT = "default";

/** The field that says where an object stands. */
export function namespaceOf({ fields }: KubernetesObject): Field {
  return fields.at("metadata", "namespace");
}

/** Whether two objects stand in the same namespace; to name none is to name `default`. */
export function sameNamespace(one: KubernetesObject, other: KubernetesObject): Truth {
  return isNamespace(namespaceOf(one), namespaceOf(other));
}

/** Whether two fields name the same namespace. */
export function isNamespace(one: Field, other: Field): Truth {
  if (one.unknown || other.unknown) return "unknown";
  return (one.text ?? DEFAULT) === (other.text ?? DEFAULT);
}
