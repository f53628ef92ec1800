import { type KubernetesObject, objectsOf } from "./kubernetes/objects.ts";
import { type Pod, podsOf } from "./kubernetes/pods.ts";
import type { Resource } from "./resource.ts";
import type { Settings } from "./settings.ts";

/** What a stack declares, sorted once for all rules: each is handed what concerns it and looks at nothing else. */
export class Stack {
  readonly resources: readonly Resource[];
  readonly settings: Settings;
  /** Every Kubernetes object, those in lists included. */
  readonly objects: readonly KubernetesObject[];
  readonly pods: readonly Pod[];
  readonly #byKind: Map<string, KubernetesObject[]>;
  readonly #byType: Map<string, Resource[]>;

  constructor(resources: readonly Resource[], settings: Settings = {}) {
    this.resources = resources;
    this.settings = settings;
    this.objects = resources.flatMap(objectsOf);
    this.pods = this.objects.flatMap(podsOf);
    this.#byKind = Map.groupBy(this.objects, ({ kind }) => kind);
    this.#byType = Map.groupBy(resources, ({ type }) => type);
  }

  /** Objects of these kinds, written as in {@link ObjectRule}. */
  objectsOf(...kinds: readonly string[]): readonly KubernetesObject[] {
    return kinds.flatMap((kind) => this.#byKind.get(kind) ?? []);
  }

  /** Resources of these Pulumi types. */
  ofType(...types: readonly string[]): readonly Resource[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }
}
