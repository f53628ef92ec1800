import type { Stack } from "../stack.ts";
import type { Field } from "../values/field.ts";
import { and, type Truth } from "../values/truth.ts";
import { namespaceOf, sameNamespace } from "./namespace.ts";
import type { KubernetesObject } from "./objects.ts";
import type { Pod } from "./pods.ts";
import { selects, selectsByMap } from "./selector.ts";

/** That an object selects a pod, or may. */
export interface Match {
  readonly object: KubernetesObject;
  readonly pod: Pod;
  readonly selects: Exclude<Truth, false>;
}

/** How each kind names the pods it is about: by a LabelSelector, or by a plain map of labels. */
const SELECTORS = {
  Service: { path: ["spec", "selector"], plain: true },
  "PodDisruptionBudget.policy": { path: ["spec", "selector"], plain: false },
  "NetworkPolicy.networking.k8s.io": { path: ["spec", "podSelector"], plain: false },
} as const;

export type SelectorKind = keyof typeof SELECTORS;

/** Which objects of a kind select which pods of a stack. */
export interface Selection {
  /** What selects a pod. */
  by(pod: Pod): readonly Match[];
  /** What an object selects. */
  of(object: KubernetesObject): readonly Match[];
}

const known = new WeakMap<Stack, Map<SelectorKind, Selection>>();

/** Worked out once for all rules. */
export function selectionOf(stack: Stack, kind: SelectorKind): Selection {
  let selections = known.get(stack);
  if (!selections) known.set(stack, (selections = new Map<SelectorKind, Selection>()));
  let selection = selections.get(kind);
  if (!selection) selections.set(kind, (selection = selected(stack, kind)));
  return selection;
}

function selected(stack: Stack, kind: SelectorKind): Selection {
  const { path, plain } = SELECTORS[kind];
  const index = new PodIndex(stack.pods);
  const matches = stack.objectsOf(kind).flatMap((object) => {
    const selector = object.fields.at(...path);
    const wanted = plain ? selector : selector.at("matchLabels");
    return index.candidates(namespaceOf(object), selector, wanted).flatMap((pod): Match[] => {
      const labels = pod.metadata.at("labels");
      const isSelected = plain ? selectsByMap(selector, labels) : selects(selector, labels);
      const match = and(sameNamespace(object, pod.object), isSelected);
      return match === false ? [] : [{ object, pod, selects: match }];
    });
  });
  const byPod = Map.groupBy(matches, ({ pod }) => pod);
  const byObject = Map.groupBy(matches, ({ object }) => object);
  return { by: (pod) => byPod.get(pod) ?? [], of: (object) => byObject.get(object) ?? [] };
}

/** Pods by namespace and label: to try every selector on every pod would take a large stack minutes. */
class PodIndex {
  readonly #all: readonly Pod[];
  readonly #vague: Pod[] = [];
  readonly #byNamespace = new Map<string, Pod[]>();
  readonly #byLabel = new Map<string, Pod[]>();

  constructor(pods: readonly Pod[]) {
    this.#all = pods;
    for (const pod of pods) {
      const namespace = namespaceOf(pod.object);
      const labels = pod.metadata.at("labels").entries();
      if (namespace.unknown || labels.some(({ field }) => field.unknown)) {
        this.#vague.push(pod);
        continue;
      }
      push(this.#byNamespace, keyOf(namespace), pod);
      for (const { key, field } of labels) push(this.#byLabel, keyOf(namespace, key, field), pod);
    }
  }

  /** Pods that a selector may select; few, if it names a label. */
  candidates(namespace: Field, selector: Field, wanted: Field): readonly Pod[] {
    if (namespace.unknown || selector.unknown || wanted.unknown) return this.#all;
    const [label] = wanted.entries();
    if (label?.field.unknown) return this.#all;
    const found = label
      ? this.#byLabel.get(keyOf(namespace, label.key, label.field))
      : this.#byNamespace.get(keyOf(namespace));
    return [...(found ?? []), ...this.#vague];
  }
}

function keyOf(namespace: Field, label?: string, value?: Field): string {
  return JSON.stringify([namespace.text ?? "default", label, value?.text]);
}

function push(map: Map<string, Pod[]>, key: string, pod: Pod): void {
  const pods = map.get(key);
  if (pods) pods.push(pod);
  else map.set(key, [pod]);
}
