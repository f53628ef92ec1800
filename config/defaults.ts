import type { EnvironmentName } from "./schema/index.ts";

/** What an environment chooses where the stack file is silent. Behaviour never depends on the environment's name. */
export const environmentDefaults: Record<EnvironmentName, { replicas: number }> = {
  dev: { replicas: 1 },
  staging: { replicas: 2 },
  // Three: a node drain and a failing pod at the same time still leave one that serves.
  prod: { replicas: 3 },
};
