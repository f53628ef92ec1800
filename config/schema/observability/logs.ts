import { z } from "zod";
import { quantity } from "../quantity.ts";
import { cidrs, enabled, kept, replicas, secretName, storage, url } from "./parts.ts";

const s3 = z.strictObject({
  bucket: z
    .string()
    .min(3)
    .describe("Name of the bucket.")
    .meta({ examples: ["acme-logs"] }),
  region: z
    .string()
    .min(1)
    .describe("Region of the bucket.")
    .meta({ examples: ["eu-central-1"] }),
  endpoint: url("https://s3.example.com").optional().describe("Another store that speaks S3. Default: Amazon's."),
  cidrs: cidrs("any, which prod's policies refuse"),
  credentials: secretName(
    "loki-s3",
    "Secret of the monitoring's namespace with the keys `accessKeyId` and `secretAccessKey`. Default: the identity of the node or pod.",
  ),
});

const elsewhere = (what: string) =>
  z
    .strictObject({
      endpoint: url("https://logs.example.com:9200").describe("Where it answers."),
      index: z
        .string()
        .regex(/^[a-z][-a-z0-9.]*$/, "a lower-case name")
        .default("slipway-logs")
        .describe("Name that its indices begin with.")
        .meta({ examples: ["slipway-logs"] }),
      cidrs: cidrs("the namespace that the endpoint names, else any"),
      credentials: secretName(
        "logs",
        "Secret of the agents' namespace, `<namespace>-node`, with the keys `username` and `password`. Default: none.",
      ),
    })
    .optional()
    .describe(
      `Send logs to ${what} instead of a Loki of this stack. At most one of \`elasticsearch\` and \`opensearch\`.`,
    );

const byName = (example: Record<string, string>, says: string) =>
  z
    .record(z.string(), kept("7d", "How long they are kept.").unwrap())
    .default({})
    .describe(says)
    .meta({ examples: [example] });

export const logs = z
  .strictObject({
    enabled,
    retention: kept("30d", "How long lines are kept. Default: by environment, `7d` in dev, `30d` in staging and prod."),
    retentionByTenant: byName({ shop: "90d" }, "The same for single tenants; a day at least."),
    retentionByLevel: byName({ debug: "3d" }, "The same for single levels; a day at least."),
    rateLimit: quantity("4Mi")
      .default("4Mi")
      .describe("Bytes that one service may write in a second; what is above waits on the node."),
    redact: z
      .array(z.string().min(1))
      .default([])
      .describe("Regular expressions (RE2) of what must not be kept, beside passwords, tokens and keys.")
      .meta({ examples: [["\\b\\d{16}\\b"]] }),
    storage: storage(
      "50Gi",
      "Claimed disk of each Loki. Default: by environment, none in dev, `50Gi` in staging and prod.",
    ),
    replicas: replicas("Number of Lokis. Several need `s3`. Default: 3 with `s3`, else 1."),
    s3: s3.optional().describe("Keep logs in a bucket. Default: on the disk."),
    elasticsearch: elsewhere("Elasticsearch"),
    opensearch: elsewhere("OpenSearch"),
  })
  .prefault({})
  .describe("Log agents on the nodes, and Loki.");
