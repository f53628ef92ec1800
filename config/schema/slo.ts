import { z } from "zod";
import { duration } from "./duration.ts";

const percent = (usual: number) =>
  z
    .number()
    .gt(0)
    .lt(100)
    .default(usual)
    .meta({ examples: [usual] });

/** What the users of a service may expect of it. */
export const slo = z
  .strictObject({
    availability: percent(99.9).describe("Percentage of requests that are answered without a server error."),
    latency: z
      .strictObject({
        threshold: duration("500ms").default("500ms").describe("Time within which an answer counts as fast."),
        objective: percent(99).describe("Percentage of requests that are answered as fast."),
      })
      .prefault({})
      .describe("How fast the answers are."),
  })
  .prefault({})
  .describe("Service level objectives, over 30 days: thresholds and error budget of the service's dashboard.");
