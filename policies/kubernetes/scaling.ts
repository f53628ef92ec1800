import type { Stack } from "../stack.ts";
import type { Field } from "../values/field.ts";
import { and, or, some, type Truth } from "../values/truth.ts";
import { sameNamespace } from "./namespace.ts";
import type { KubernetesObject } from "./objects.ts";

/** Kinds of which there may be several pods at once, and that say how many. */
export const REPLICATED: readonly string[] = [
  "Deployment.apps",
  "Deployment.extensions",
  "StatefulSet.apps",
  "Rollout.argoproj.io",
];

/** Kinds that choose the number instead, and where they name what they scale. */
const SCALERS = ["HorizontalPodAutoscaler.autoscaling", "ScaledObject.keda.sh"];
const target = (scaler: KubernetesObject) => scaler.fields.at("spec", "scaleTargetRef");

/** What KEDA scales if it is not told. */
const DEFAULT_KIND = "Deployment";

const indexed = new WeakMap<Stack, Map<string | undefined, KubernetesObject[]>>();

/** The autoscalers of a workload; of some it may not be known yet. */
export function scalersOf(stack: Stack, workload: KubernetesObject): readonly KubernetesObject[] {
  let byName = indexed.get(stack);
  if (!byName) {
    byName = Map.groupBy(stack.objectsOf(...SCALERS), (scaler) => target(scaler).at("name").text);
    indexed.set(stack, byName);
  }
  const name = workload.fields.at("metadata", "name").text;
  // A workload without a name gets one from Pulumi, which only the update knows.
  const named =
    name === undefined ? [...byName.values()].flat() : [...(byName.get(name) ?? []), ...(byName.get(undefined) ?? [])];
  return named.filter((scaler) => scales(scaler, workload) !== false);
}

/** Whether an autoscaler scales a workload. */
export function scales(scaler: KubernetesObject, workload: KubernetesObject): Truth {
  const [kind, name] = [target(scaler).at("kind"), target(scaler).at("name")];
  const [ofKind = ""] = workload.kind.split(".");
  return and(
    sameNamespace(scaler, workload),
    or(kind.is(ofKind), and(kind.absent, ofKind === DEFAULT_KIND)),
    isNamed(workload, name),
  );
}

function isNamed(workload: KubernetesObject, name: Field): Truth {
  const own = workload.fields.at("metadata", "name");
  if (own.absent !== false || name.unknown) return "unknown";
  return name.text !== undefined && own.text === name.text;
}

/** Whether something else than the workload chooses its number of pods. */
export function isScaled(stack: Stack, workload: KubernetesObject): Truth {
  return some(scalersOf(stack, workload), (scaler) => scales(scaler, workload));
}

/** Whether there is to be more than one pod of it. */
export function isReplicated(stack: Stack, workload: KubernetesObject): Truth {
  return or(workload.fields.at("spec", "replicas").test(isSeveral), isScaled(stack, workload));
}

export function isSeveral(replicas: unknown): boolean {
  return Number.isInteger(replicas) && (replicas as number) >= 2;
}
