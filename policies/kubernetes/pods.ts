import type { Field } from "../values/field.ts";
import { type Container, containersOf } from "./containers.ts";
import { POD_CARRIERS } from "./kinds.ts";
import { ANY_KIND, type KubernetesObject } from "./objects.ts";

/** A pod that an object is, or will make. */
export interface Pod {
  /** Its own metadata, that of the template if an object makes it. */
  readonly metadata: Field;
  readonly spec: Field;
  readonly containers: readonly Container[];
  /** Whether the kind that makes it expects it to end. */
  readonly runsToCompletion: boolean;
  /** What it is declared in. */
  readonly object: KubernetesObject;
}

const parsed = new WeakMap<KubernetesObject, readonly Pod[]>();
const NONE: readonly Pod[] = [];

/**
 * The pod of a workload; none for anything else. A patch (`DeploymentPatch`) is judged by what it declares, as if it were
 * the whole; one that declares no pod has none. Read once for all rules.
 */
export function podsOf(object: KubernetesObject): readonly Pod[] {
  let pods = parsed.get(object);
  if (!pods) {
    pods = read(object);
    parsed.set(object, pods);
  }
  return pods;
}

function read(object: KubernetesObject): readonly Pod[] {
  if (object.kind === ANY_KIND) return [podOf(object, object.fields.obscured(), false)];
  const carrier = POD_CARRIERS.get(object.kind);
  if (!carrier) return NONE;
  const template = object.fields.at(...carrier.template);
  return template.at("spec").absent === true ? NONE : [podOf(object, template, carrier.runsToCompletion ?? false)];
}

function podOf(object: KubernetesObject, template: Field, runsToCompletion: boolean): Pod {
  const spec = template.at("spec");
  return { metadata: template.at("metadata"), spec, containers: containersOf(spec), runsToCompletion, object };
}
