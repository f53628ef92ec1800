import { z } from "zod";
import { duration } from "../duration.ts";
import { cidrs, enabled, kept, replicas, secretName, storage, url } from "./parts.ts";

export const traces = z
  .strictObject({
    enabled,
    replicas: replicas("Number of gateways. Default: by environment, 1 in dev, 2 in staging and prod."),
    sampling: z
      .strictObject({
        ratio: z
          .number()
          .min(0)
          .max(100)
          .default(10)
          .describe("Percentage of ordinary traces that are kept.")
          .meta({ examples: [10] }),
        slow: duration("500ms").default("500ms").describe("From when on a trace is slow, and kept."),
      })
      .prefault({})
      .describe("What is kept beside traces with an error, which always are."),
    store: z
      .enum(["memory", "badger", "elasticsearch"])
      .optional()
      .describe("Where Jaeger keeps traces. Default: by environment, `memory` in dev, `badger` in staging and prod.")
      .meta({ examples: ["badger"] }),
    retention: kept("72h", "How long traces are kept on disk. Default: `72h`."),
    storage: storage(
      "20Gi",
      "Claimed disk of `badger`. Default: by environment, none in dev, `20Gi` in staging and prod.",
    ),
    elasticsearch: z
      .strictObject({
        endpoint: url("https://traces.example.com:9200").describe("Where it answers."),
        cidrs: cidrs("the namespace that the endpoint names, else any"),
        credentials: secretName(
          "traces",
          "Secret of the monitoring's namespace with the keys `username` and `password`. Default: none.",
        ),
      })
      .optional()
      .describe("The store `elasticsearch`."),
    otlp: url("https://tempo.example.com:4317")
      .optional()
      .describe("Send traces there by OTLP/gRPC, and bring no Jaeger. Default: a Jaeger of this stack."),
  })
  .prefault({})
  .describe("A collector that takes OTLP, samples and counts, and Jaeger.");
