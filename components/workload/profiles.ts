/** What a container asks for, what it may use at most, and how the Go runtime trades memory for CPU. */
export interface Profile {
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

/** What a container beside the service gets where it states nothing: a proxy or an agent, not a second service. */
export const auxiliary: Profile = {
  cpu: { request: 50, limit: 200 },
  memory: { request: 64, limit: 128 },
  gogc: 100,
};
