import type { EnvironmentName } from "./schema/index.ts";

/** What an environment chooses where the stack file is silent. */
interface EnvironmentDefaults {
  /** Number of pods of a service. */
  replicas: number;
  observability: ObservabilityDefaults;
}

/** What the monitoring keeps, and on how many pods it can lose one. */
interface ObservabilityDefaults {
  metrics: { replicas: number; scrapeInterval: string; retention: string; storage?: string };
  logs: { retention: string; storage?: string };
  traces: { replicas: number; store: "memory" | "badger"; storage?: string };
}

/** What is lost with a pod can be made again. */
const disposable: ObservabilityDefaults = {
  metrics: { replicas: 1, scrapeInterval: "15s", retention: "1d" },
  logs: { retention: "7d" },
  traces: { replicas: 1, store: "memory" },
};

/** A node may go, and what was seen before is still there. */
const durable: ObservabilityDefaults = {
  metrics: { replicas: 2, scrapeInterval: "30s", retention: "15d", storage: "50Gi" },
  logs: { retention: "30d", storage: "50Gi" },
  traces: { replicas: 2, store: "badger", storage: "20Gi" },
};

/** Behaviour never depends on the environment's name: what it chooses stands here. */
export const environmentDefaults: Record<EnvironmentName, EnvironmentDefaults> = {
  dev: { replicas: 1, observability: disposable },
  staging: { replicas: 2, observability: durable },
  // Three: a node drain and a failing pod at the same time still leave one that serves.
  prod: { replicas: 3, observability: durable },
};
