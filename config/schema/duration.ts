import { z } from "zod";

/** A time as Prometheus and Loki write it: `15d`, `36h`, `30s`, `500ms`. */
export const duration = (example: string) =>
  z
    .string()
    .regex(/^[1-9]\d*(ms|s|m|h|d|w|y)$/, `a time such as ${example}`)
    .meta({ examples: [example] });
