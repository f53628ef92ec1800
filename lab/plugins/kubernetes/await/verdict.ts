import type { Cluster } from "../cluster.ts";
import type { KubernetesObject } from "../objects.ts";

/** What one look at an object says. `step` reads "[1/2] Waiting for …". */
export type Verdict = { state: "ready" } | { state: "waiting"; step: string } | { state: "failed"; reason: string };

export const READY: Verdict = { state: "ready" };

export function waiting(step: string): Verdict {
  return { state: "waiting", step };
}

export function failed(reason: string): Verdict {
  return { state: "failed", reason };
}

/** Everything that a look takes in. */
export interface Observation {
  object: KubernetesObject;
  /** The object as it was before the update; undefined when it was just created. */
  before: KubernetesObject | undefined;
  related: Related;
}

/** Objects around the one waited for. */
export interface Related {
  /** The pods whose troubles are the object's own. */
  pods?: KubernetesObject[];
  /** What stands between the object and its pods, and may fail to create them. */
  owners?: KubernetesObject[];
  endpointSlices?: KubernetesObject[];
  storageClass?: KubernetesObject;
}

/** How to wait for a kind. */
export interface Wait {
  /** In seconds, where the program sets no other. */
  timeout: number;
  observe?: (object: KubernetesObject, cluster: Cluster) => Promise<Related>;
  evaluate: (observation: Observation) => Verdict;
}

/** How long most kinds are waited for, in seconds. */
export const TEN_MINUTES = 600;
