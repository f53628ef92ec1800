import { z } from "zod";
import { duration } from "../duration.ts";
import { objectName } from "../volumes.ts";
import { quantity } from "../quantity.ts";

/** Whether a signal is there at all. */
export const enabled = z
  .boolean()
  .default(true)
  .describe("Whether this part is installed.")
  .meta({ examples: [false] });

export const replicas = (says: string) =>
  z
    .int()
    .min(1)
    .max(10)
    .optional()
    .describe(says)
    .meta({ examples: [2] });

/** Without it, what was collected goes with the pod. */
export const storage = (example: string, says: string) => quantity(example).optional().describe(says);

/** How long something is kept. */
export const kept = (example: string, says: string) => duration(example).optional().describe(says);

/** A Secret of the monitoring's namespace that something else keeps. */
export const secretName = (example: string, says: string) => objectName(example).optional().describe(says);

export const url = (example: string) =>
  z
    .string()
    .regex(/^https?:\/\/[^\s/@]+(\/\S*)?$/, "an http or https address without credentials")
    .meta({ examples: [example] });
