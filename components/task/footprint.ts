import type { Footprint } from "../workload/footprint.ts";
import type { Range, Resources } from "../workload/resources.ts";
import type { ScheduledTaskArgs } from "./args.ts";
import { taskSpec } from "./spec.ts";

/** What a task takes from a quota while it runs: one pod, for no second run starts beside it. */
export function taskFootprint(args: Omit<ScheduledTaskArgs, "namespace" | "image">): Footprint {
  return onePod(taskSpec(args.name ?? "task", { namespace: "", image: "", ...args }).resources);
}

/** What one pod with one container takes. */
export function onePod(resources: Resources): Footprint {
  const of = (bound: keyof Range) => ({
    cpu: resources.cpu[bound],
    memory: resources.memory[bound],
    storage: resources.storage[bound],
  });
  return { pods: 1, requests: of("request"), limits: of("limit") };
}
