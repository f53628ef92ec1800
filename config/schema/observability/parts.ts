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

/** Where something outside of the cluster is found, for a NetworkPolicy knows no names. */
export const cidrs = (otherwise: string) =>
  z
    .array(z.union([z.cidrv4(), z.cidrv6()], "a block of addresses such as 203.0.113.0/24"))
    .min(1)
    .optional()
    .describe(`Blocks of addresses that it has. Default: ${otherwise}.`)
    .meta({ examples: [["203.0.113.0/24"]] });
