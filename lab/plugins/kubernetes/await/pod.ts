import { condition, text } from "../objects.ts";
import { READY, TEN_MINUTES, failed, waiting } from "./verdict.ts";
import type { Wait } from "./verdict.ts";

/** Ready, or finished with success. */
export const pod: Wait = {
  timeout: TEN_MINUTES,
  observe: (object) => Promise.resolve({ pods: [object] }),
  evaluate({ object }) {
    const name = object.metadata.name ?? "";
    const phase = text(object, "status", "phase");
    if (phase === "Succeeded" || condition(object, "Ready")?.status === "True") return READY;
    if (phase === "Failed") return failed(`${name} failed`);
    if (condition(object, "PodScheduled")?.status !== "True")
      return waiting(`[1/3] Waiting for ${name} to be scheduled`);
    if (condition(object, "Initialized")?.status !== "True")
      return waiting(`[2/3] Waiting for ${name} to be initialised`);
    return waiting(`[3/3] Waiting for ${name} to be ready`);
  },
};
