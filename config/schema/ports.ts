import { z } from "zod";

/** A port that a process without privileges may open. */
export const containerPort = (example: number) =>
  z
    .int()
    .min(1024)
    .max(65535)
    .meta({ examples: [example] });
