import type { Resource } from "../rule.ts";
import { Field } from "../values/field.ts";
import { UNKNOWN } from "../values/unknown.ts";
import { type Container, containersOf } from "./containers.ts";
import { type GroupKind, groupKind, kindOfToken, podCarrier, type PodCarrier } from "./kinds.ts";

/** A pod that a resource is, or will make. */
export interface Pod {
  readonly spec: Field;
  readonly containers: readonly Container[];
  /** Whether the kind that makes it expects it to end. */
  readonly runsToCompletion: boolean;
}

const parsed = new WeakMap<Resource, readonly Pod[]>();

/**
 * The pods of a resource: one for each workload, several for a list, none for anything else. A patch (`DeploymentPatch`)
 * is judged by what it declares, as if it were the whole; one that declares no pod has none. Read once for all rules.
 */
export function podsOf(resource: Resource): readonly Pod[] {
  let pods = parsed.get(resource);
  if (!pods) {
    const kind = kindOfToken(resource.type);
    pods = kind ? podsIn(resource.props, { ...kind, kind: kind.kind.replace(/Patch$/, "") }) : [];
    parsed.set(resource, pods);
  }
  return pods;
}

function podsIn(object: Field, of: GroupKind): Pod[] {
  const carrier = podCarrier(of);
  if (carrier) return podIn(object, carrier);
  if (of.kind === "List" && of.group === "") return object.at("items").items().flatMap(podsInListItem);
  const listed = of.kind.endsWith("List") && podCarrier({ group: of.group, kind: of.kind.slice(0, -"List".length) });
  return listed
    ? object
        .at("items")
        .items()
        .flatMap((item) => podIn(item, listed))
    : [];
}

/** `kind: List` mixes kinds, each item saying its own; an item that does not say it yet may be a pod. */
function podsInListItem(item: Field): Pod[] {
  const [apiVersion, kind] = [item.at("apiVersion"), item.at("kind")];
  if (apiVersion.absent === "unknown" || kind.absent === "unknown") {
    return [podOf(new Field(UNKNOWN, { path: `${item.path}.spec` }), false)];
  }
  return podsIn(item, groupKind(apiVersion.text ?? "", kind.text ?? ""));
}

function podIn(object: Field, { template, runsToCompletion = false }: PodCarrier): Pod[] {
  const spec = object.at(...template, "spec");
  return spec.absent === true ? [] : [podOf(spec, runsToCompletion)];
}

function podOf(spec: Field, runsToCompletion: boolean): Pod {
  return { spec, containers: containersOf(spec), runsToCompletion };
}
