import { z } from "zod";

/** Whole seconds, more than none. */
export const seconds = (example: number) =>
  z
    .int()
    .min(1)
    .max(3600)
    .optional()
    .meta({ examples: [example] });
