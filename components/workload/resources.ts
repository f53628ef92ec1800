import type { core } from "@pulumi/kubernetes/types/input.js";

interface Profile {
  /** Millicores. The limit allows a burst at start; the request is what is paid for. */
  cpu: { request: number; limit: number };
  /** MiB. */
  memory: { request: number; limit: number };
  /** Heap growth in percent before a collection: memory traded for CPU. */
  gogc: number;
}

/** Resource profiles. A rolling update of three `web` pods and one more fits twice into the default quota of a tenant. */
export const profiles = {
  web: { cpu: { request: 200, limit: 500 }, memory: { request: 128, limit: 256 }, gogc: 100 },
  batch: { cpu: { request: 500, limit: 1000 }, memory: { request: 512, limit: 768 }, gogc: 200 },
  cache: { cpu: { request: 300, limit: 500 }, memory: { request: 1024, limit: 1280 }, gogc: 50 },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof profiles;

/** Logs and small temporary files; the kubelet evicts a pod that writes more. */
const EPHEMERAL_STORAGE = { request: "32Mi", limit: "256Mi" };

export function resourceRequirements(name: ProfileName): core.v1.ResourceRequirements {
  const { cpu, memory } = profiles[name];
  return {
    requests: { cpu: `${cpu.request}m`, memory: `${memory.request}Mi`, "ephemeral-storage": EPHEMERAL_STORAGE.request },
    limits: { cpu: `${cpu.limit}m`, memory: `${memory.limit}Mi`, "ephemeral-storage": EPHEMERAL_STORAGE.limit },
  };
}

/**
 * What the Go runtime must know of the limits: it collects before the kernel kills (90 % leaves room for stacks and
 * what the heap does not count), and it runs no more threads than it may use.
 * @see https://pkg.go.dev/runtime#hdr-Environment_Variables
 */
export function goRuntime(name: ProfileName): { GOMEMLIMIT: string; GOMAXPROCS: string; GOGC: string } {
  const { cpu, memory, gogc } = profiles[name];
  return {
    GOMEMLIMIT: `${Math.floor(memory.limit * 0.9)}MiB`,
    GOMAXPROCS: `${Math.max(1, Math.ceil(cpu.limit / 1000))}`,
    GOGC: `${gogc}`,
  };
}
