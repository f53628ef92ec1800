import { isMap } from "../protocol/values.ts";

/** A Kubernetes object as JSON: its identity, and whatever its kind has beside it. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: unknown;
}

/** The metadata that this provider reads; the rest passes through. */
export interface ObjectMeta {
  name?: string;
  generateName?: string;
  namespace?: string;
  uid?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  resourceVersion?: string;
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: { uid: string; kind: string; name: string }[];
  managedFields?: ManagedFields[];
}

/** Who manages which fields. @see https://kubernetes.io/docs/reference/using-api/server-side-apply/ */
export interface ManagedFields {
  manager: string;
  operation: "Apply" | "Update";
  subresource?: string;
  fieldsV1?: Record<string, unknown>;
  [field: string]: unknown;
}

/** A condition of a status. */
export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
}

/** The value at a path, or undefined where the path ends early. */
export function at(object: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return typeof step === "number" ? (value as unknown[])[step] : undefined;
    return isMap(value) ? value[step] : undefined;
  }, object);
}

/** A number at a path; 0 where there is none, as Kubernetes leaves zeros out of a status. */
export function count(object: unknown, ...path: (string | number)[]): number {
  const value = at(object, ...path);
  return typeof value === "number" ? value : 0;
}

/** A list at a path; empty where there is none. */
export function list<Item>(object: unknown, ...path: (string | number)[]): Item[] {
  const value = at(object, ...path);
  return Array.isArray(value) ? (value as Item[]) : [];
}

/** A text at a path; empty where there is none. */
export function text(object: unknown, ...path: (string | number)[]): string {
  const value = at(object, ...path);
  return typeof value === "string" ? value : "";
}

/** The status condition of a type. */
export function condition(object: unknown, type: string): Condition | undefined {
  return list<Condition>(object, "status", "conditions").find((candidate) => candidate.type === type);
}

/** Resource id in the state: `<namespace>/<name>`, or `<name>` for what belongs to the cluster. */
export function idOf({ metadata }: KubernetesObject): string {
  return metadata.namespace ? `${metadata.namespace}/${metadata.name ?? ""}` : (metadata.name ?? "");
}

/** The reverse of {@link idOf}. */
export function parseId(id: string): { namespace?: string; name: string } {
  const [first = "", ...rest] = id.split("/");
  return rest.length > 0 ? { namespace: first, name: rest.join("/") } : { name: first };
}

/** How people and kubectl call an object: `Deployment shop/orders`. */
export function title(object: KubernetesObject): string {
  return `${object.kind} ${idOf(object)}`;
}
