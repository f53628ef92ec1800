import type { core } from "@pulumi/kubernetes/types/input.js";
import { byteQuantity, bytes, cpuQuantity, millicores } from "../quantity.ts";
import { auxiliary, profiles, type Profile, type ProfileName } from "./profiles.ts";

/** Resources of a service's own container. Plain, because the Go runtime's settings and the quota's sums follow from them. */
export interface ResourceArgs {
  /**
   * Resource profile: requests, limits and the Go runtime's settings that follow from them.
   * @default "web"
   */
  profile?: ProfileName;
  /**
   * Requests equal limits in every container, so that the pods are of the `Guaranteed` class: the last to be evicted.
   * @default false
   * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/
   */
  critical?: boolean;
  /**
   * What differs from the profile.
   * @default - the profile's
   */
  resources?: ResourceOverrides;
}

/** What differs from the defaults of a container. */
export interface ResourceOverrides {
  /** CPU, such as `{ request: "250m", limit: "1" }`. */
  cpu?: RangeArgs;
  /** Memory, such as `{ limit: "512Mi" }`. */
  memory?: RangeArgs;
}

/** A request and a limit, as Kubernetes quantities. */
export interface RangeArgs {
  /**
   * What is reserved, and paid for.
   * @default - the profile's
   */
  request?: string;
  /**
   * What may be used at most.
   * @default - the profile's
   */
  limit?: string;
}

export interface Range {
  request: number;
  limit: number;
}

/** What a container gets in the end: CPU in millicores, memory and storage in bytes. */
export interface Resources {
  cpu: Range;
  memory: Range;
  /** The container's own files: logs, and what it writes to its temporary volumes. */
  storage: Range;
  gogc: number;
}

const MEBIBYTE = 2 ** 20;

/** Logs and small temporary files; the kubelet evicts a pod that writes more. */
const STORAGE: Range = { request: 32 * MEBIBYTE, limit: 256 * MEBIBYTE };

/**
 * The profile with its overrides.
 *
 * @param scratch size of the container's temporary volumes in bytes, which count as its own files
 */
export function effectiveResources(args: ResourceArgs, scratch = 0): Resources {
  return effective(profiles[args.profile ?? "web"], args, scratch);
}

/** The same for a container beside the service. */
export function auxiliaryResources(args: Omit<ResourceArgs, "profile">): Resources {
  return effective(auxiliary, args, 0);
}

function effective(profile: Profile, { resources = {}, critical = false }: ResourceArgs, scratch: number): Resources {
  const range = critical ? guaranteed : burstable;
  const memory = { request: profile.memory.request * MEBIBYTE, limit: profile.memory.limit * MEBIBYTE };
  return {
    cpu: range(profile.cpu, resources.cpu, millicores),
    memory: range(memory, resources.memory, bytes),
    storage: range({ request: STORAGE.request, limit: STORAGE.limit + scratch }, {}, bytes),
    gogc: profile.gogc,
  };
}

type Read = (quantity: string) => number;

function burstable(base: Range, { request, limit }: RangeArgs = {}, read: Read): Range {
  return { request: request ? read(request) : base.request, limit: limit ? read(limit) : base.limit };
}

/** The limit is what the container is known to need at its worst, so that is what gets reserved. */
function guaranteed(base: Range, { request, limit = request }: RangeArgs = {}, read: Read): Range {
  const most = limit ? read(limit) : base.limit;
  return { request: request ? read(request) : most, limit: most };
}

/**
 * What does not hold of a container's resources: a limit below the request, or a critical one where they differ.
 *
 * @param path where the overrides stand, such as `resources`
 */
export function resourceProblems({ cpu, memory }: Resources, path: string, critical = false): string[] {
  return [
    ...rangeProblems(`${path}.cpu`, cpu, cpuQuantity, critical),
    ...rangeProblems(`${path}.memory`, memory, byteQuantity, critical),
  ];
}

function rangeProblems(path: string, { request, limit }: Range, show: (n: number) => string, critical: boolean) {
  const values = `${path}: request (${show(request)})`;
  if (limit < request) return [`${values} is above the limit (${show(limit)}); raise the limit or lower the request.`];
  if (critical && limit > request) {
    return [
      `${values} is below the limit (${show(limit)}), but critical: true wants them equal; leave one of them out.`,
    ];
  }
  return request > 0 ? [] : [`${values} must be above 0; leave it out for the default.`];
}

export function resourceRequirements({ cpu, memory, storage }: Omit<Resources, "gogc">): core.v1.ResourceRequirements {
  const list = (bound: keyof Range) => ({
    cpu: cpuQuantity(cpu[bound]),
    memory: byteQuantity(memory[bound]),
    "ephemeral-storage": byteQuantity(storage[bound]),
  });
  return { requests: list("request"), limits: list("limit") };
}

/**
 * What the Go runtime must know of the limits: it collects before the kernel kills (90 % leaves room for stacks and
 * what the heap does not count), and it runs no more threads than it may use.
 * @see https://pkg.go.dev/runtime#hdr-Environment_Variables
 */
export function goRuntime({ cpu, memory, gogc }: Resources): { GOMEMLIMIT: string; GOMAXPROCS: string; GOGC: string } {
  return {
    GOMEMLIMIT: goMemory(Math.floor(memory.limit * 0.9)),
    GOMAXPROCS: `${Math.max(1, Math.ceil(cpu.limit / 1000))}`,
    GOGC: `${gogc}`,
  };
}

/** Go reads bytes and binary units, but under other names than Kubernetes. */
function goMemory(bytes: number): string {
  return bytes < MEBIBYTE ? `${bytes}B` : `${Math.floor(bytes / MEBIBYTE)}MiB`;
}
