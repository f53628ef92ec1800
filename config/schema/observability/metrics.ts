import { z } from "zod";
import { duration } from "../duration.ts";
import { cidrs, enabled, kept, replicas, secretName, storage, url } from "./parts.ts";

const count = (example: number, says: string) =>
  z
    .int()
    .min(1)
    .optional()
    .describe(says)
    .meta({ examples: [example] });

const remoteWrite = z.strictObject({
  url: url("https://mimir.example.com/api/v1/push").describe("Where samples are pushed to."),
  queue: z
    .strictObject({
      capacity: count(10_000, "Samples that wait in each shard. Default: Prometheus' own."),
      maxShards: count(50, "Connections at most. Default: Prometheus' own."),
      maxSamplesPerSend: count(2000, "Samples of one request. Default: Prometheus' own."),
      batchSendDeadline: duration("5s").optional().describe("Longest wait for a full request. Default: `5s`."),
    })
    .optional()
    .describe("How samples queue up."),
  sigv4: z
    .strictObject({
      region: z
        .string()
        .min(1)
        .describe("Region of the workspace.")
        .meta({ examples: ["eu-central-1"] }),
      roleArn: z
        .string()
        .min(1)
        .optional()
        .describe("Role that is assumed for it.")
        .meta({ examples: ["arn:aws:iam::123456789012:role/metrics"] }),
    })
    .optional()
    .describe("Sign requests as Amazon Managed Prometheus wants it."),
  credentials: secretName(
    "mimir",
    "Secret of the monitoring's namespace with the keys `username` and `password`. Default: none.",
  ),
  cidrs: cidrs("private addresses, and the pods of the cluster"),
  tenant: z
    .string()
    .min(1)
    .optional()
    .describe("Mimir's tenant (`X-Scope-OrgID`).")
    .meta({ examples: ["acme"] }),
});

export const metrics = z
  .strictObject({
    enabled,
    operator: z
      .boolean()
      .default(false)
      .describe("Describe targets as ServiceMonitor and PodMonitor for a cluster that runs kube-prometheus-stack.")
      .meta({ examples: [true] }),
    operatorLabels: z
      .record(z.string(), z.string())
      .optional()
      .describe("Labels that its selectors look for.")
      .meta({ examples: [{ release: "kube-prometheus-stack" }] }),
    replicas: replicas("Number of Prometheus servers. Default: by environment, 1 in dev, 2 in staging and prod."),
    scrapeInterval: duration("30s")
      .optional()
      .describe("Time between two scrapes. Default: by environment, `15s` in dev, `30s` in staging and prod."),
    retention: kept(
      "15d",
      "How long samples are kept. Default: by environment, `1d` in dev, `15d` in staging and prod.",
    ),
    retentionSize: storage(
      "40Gi",
      "How much of the disk they may take. Default: four fifths of `storage`, `1Gi` without.",
    ),
    storage: storage(
      "50Gi",
      "Claimed disk of each server. Default: by environment, none in dev, `50Gi` in staging and prod.",
    ),
    controlPlane: z
      .boolean()
      .default(false)
      .describe("Scrape scheduler, controller manager and etcd. Not on managed clusters, which hide them.")
      .meta({ examples: [true] }),
    resourceMetrics: z
      .boolean()
      .default(true)
      .describe("Bring metrics-server, without which no autoscaler works.")
      .meta({ examples: [false] }),
    remoteWrite: z.array(remoteWrite).default([]).describe("Where samples are pushed to for long retention."),
  })
  .prefault({})
  .describe("Prometheus, kube-state-metrics, node-exporter and metrics-server.");
