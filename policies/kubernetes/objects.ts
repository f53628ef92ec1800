import type { Resource } from "../resource.ts";
import type { Field } from "../values/field.ts";

/** A Kubernetes object: a resource, or an item of a list that is one. */
export interface KubernetesObject {
  /** Kind, and its group unless it is core: `Service`, `Deployment.apps`. Empty where an item of a list does not say it yet. */
  readonly kind: string;
  /** `v1`, `v1beta1`. */
  readonly version: string;
  /** Where its metadata and spec stand. */
  readonly fields: Field;
  /** Whether it declares only what it changes of an object that somebody else made (`DeploymentPatch`). */
  readonly isPatch: boolean;
  readonly resource: Resource;
}

/** A kind as rules write it, and its version. */
type Identity = Pick<KubernetesObject, "kind" | "version">;

/** What an item of a list is that does not say so yet: anything, a pod too. */
export const ANY_KIND = "";

const parsed = new WeakMap<Resource, readonly KubernetesObject[]>();
const NONE: readonly KubernetesObject[] = [];

/** The objects of a resource: one, several for a list, none if Kubernetes has no part in it. Read once for all rules. */
export function objectsOf(resource: Resource): readonly KubernetesObject[] {
  let objects = parsed.get(resource);
  if (!objects) {
    objects = read(resource);
    parsed.set(resource, objects);
  }
  return objects;
}

function read(resource: Resource): readonly KubernetesObject[] {
  const [provider, apiVersion, token, ...rest] = resource.type.split(":");
  if (provider !== "kubernetes" || !apiVersion || !token || rest.length > 0) return NONE;
  const isPatch = token.endsWith("Patch");
  const identity = identify(apiVersion, isPatch ? token.slice(0, -"Patch".length) : token);
  return unwrapped(identity, resource.props).map((object) => ({ ...object, isPatch, resource }));
}

/** `apps/v1` is group apps; `v1`, and `core/v1` as Pulumi spells it, are the core group. */
function identify(apiVersion: string, kind: string): Identity {
  const [first = "", second] = apiVersion.split("/");
  const group = second === undefined || first === "core" ? "" : first;
  return { kind: group ? `${kind}.${group}` : kind, version: second ?? first };
}

/** Takes lists apart: `kind: List` mixes kinds, each item saying its own; `PodList` holds pods. */
function unwrapped(identity: Identity, fields: Field): (Identity & { fields: Field })[] {
  const { kind, version } = identity;
  if (kind === "List") {
    return fields
      .at("items")
      .items()
      .flatMap((item) => unwrapped(identityOf(item), item));
  }
  const [name = "", ...group] = kind.split(".");
  if (!name.endsWith("List")) return [{ ...identity, fields }];
  const itemKind = [name.slice(0, -"List".length), ...group].join(".");
  return fields
    .at("items")
    .items()
    .map((item) => ({ kind: itemKind, version, fields: item }));
}

function identityOf(item: Field): Identity {
  const [apiVersion, kind] = [item.at("apiVersion"), item.at("kind")];
  if (apiVersion.unknown || kind.unknown) return { kind: ANY_KIND, version: "" };
  return identify(apiVersion.text ?? "", kind.text ?? "-");
}
