import { bytes } from "../quantity.ts";
import type { ServiceArgs } from "./args.ts";
import { claimsOf } from "./claims.ts";
import { recreates } from "./deployment.ts";
import type { Range, Resources } from "./resources.ts";
import { serviceSpec, type ServiceSpec } from "./spec.ts";

/** What a pod takes of a node. */
export interface Amounts {
  /** Millicores. */
  cpu: number;
  /** Bytes. */
  memory: number;
  /** Bytes of the containers' own files. */
  storage: number;
}

/** What a service takes from a quota. */
export interface Footprint {
  /**
   * Pods at most, with the additional one of a rollout; absent for a DaemonSet, which has as many as there are nodes.
   * Pods that are going away count, too, until they are gone: a rollout into a full quota waits for them.
   */
  pods?: number;
  /** Requests of one pod. */
  requests: Amounts;
  /** Limits of one pod. */
  limits: Amounts;
  /**
   * Storage that outlives the pods, as far as its size is known before.
   * @default - none
   */
  claims?: ClaimedStorage;
}

/** The same claims for each pod of a StatefulSet, or one set of claims for all pods. */
export interface ClaimedStorage {
  /** How often they are made. */
  count: number;
  /** Bytes of all of them, once. */
  size: number;
}

/** What the arguments of a service will ask for, for sums that are to be checked before anything is deployed. */
export function footprint(args: Omit<ServiceArgs, "namespace" | "image">): Footprint {
  const spec = serviceSpec(args.name ?? "service", { namespace: "", image: "", ...args });
  const claims = claimedStorage(spec);
  return {
    pods: podsAtMost(spec),
    requests: amounts(spec, "request"),
    limits: amounts(spec, "limit"),
    ...(claims.size > 0 && { claims }),
  };
}

function claimedStorage({ kind, scale, volumes }: ServiceSpec): ClaimedStorage {
  const sizes = claimsOf(volumes).map(({ claim: { size } }) => (typeof size === "string" ? bytes(size) : 0));
  const size = sizes.reduce((sum, each) => sum + each, 0);
  return { count: kind === "StatefulSet" ? (scale?.max ?? 1) : 1, size };
}

function podsAtMost(spec: ServiceSpec): number | undefined {
  const { kind, scale, migration } = spec;
  // The pod of a migration is gone before the additional one of the rollout comes.
  const oneMore = migration !== undefined || (kind === "Deployment" && !recreates(spec));
  return scale && (oneMore ? scale.max + 1 : scale.max);
}

function amounts(spec: ServiceSpec, bound: keyof Range): Amounts {
  return {
    cpu: ofPod(spec, (resources) => resources.cpu[bound]),
    memory: ofPod(spec, (resources) => resources.memory[bound]),
    storage: ofPod(spec, (resources) => resources.storage[bound]),
  };
}

/**
 * As the scheduler counts: sidecars run all the time, and beside them either the service or one init container.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 */
function ofPod({ resources, sidecars, initContainers }: ServiceSpec, amount: (resources: Resources) => number): number {
  const beside = sidecars.reduce((sum, sidecar) => sum + amount(sidecar.resources), 0);
  return beside + Math.max(amount(resources), ...initContainers.map((init) => amount(init.resources)));
}
