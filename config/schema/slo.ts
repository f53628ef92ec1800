import { z } from "zod";

/** The buckets of `http_request_duration_seconds`: what lies between two of them could only be guessed at. */
const THRESHOLDS = ["5ms", "10ms", "25ms", "50ms", "100ms", "250ms", "500ms", "1s", "2.5s", "5s", "10s"] as const;

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
        threshold: z
          .enum(THRESHOLDS)
          .default("500ms")
          .describe("Time within which an answer counts as fast: a bucket of `http_request_duration_seconds`.")
          .meta({ examples: ["250ms"] }),
        objective: percent(99).describe("Percentage of requests that are answered as fast."),
      })
      .prefault({})
      .describe("How fast the answers are."),
  })
  .prefault({})
  .describe("Service level objectives, over 30 days: thresholds and error budget of the service's dashboard.");
