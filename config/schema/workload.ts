import { z } from "zod";
import { autoscaling } from "./autoscaling.ts";
import { initContainers, sidecars } from "./containers.ts";
import { containerPort } from "./ports.ts";
import { probes, shutdown } from "./probes.ts";
import { resources } from "./resources.ts";
import { claimRetention, objectName, volumes } from "./volumes.ts";

/** Keys of a service that say how its pods run. */
export const workload = {
  kind: z
    .enum(["Deployment", "StatefulSet", "DaemonSet"])
    .optional()
    .describe("What runs the pods. Default: `Deployment`.")
    .meta({ examples: ["StatefulSet"] }),
  replicas: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe("Number of pods. Default: by environment, 1 in dev, 2 in staging, 3 in prod.")
    .meta({ examples: [3] }),
  autoscaling,
  verticalAutoscaling: z
    .boolean()
    .optional()
    .describe("Has recommendations of requests made. Needs the vertical pod autoscaler in the cluster.")
    .meta({ examples: [true] }),
  updateStrategy: z
    .enum(["RollingUpdate", "OnDelete"])
    .optional()
    .describe("How a StatefulSet or a DaemonSet replaces its pods. Default: `RollingUpdate`.")
    .meta({ examples: ["OnDelete"] }),
  partition: z
    .int()
    .min(0)
    .max(100)
    .optional()
    .describe("A StatefulSet updates only the pods from this ordinal on. Default: 0.")
    .meta({ examples: [1] }),
  profile: z
    .enum(["web", "batch", "cache"])
    .default("web")
    .describe("Resource profile: requests, limits, Go runtime.")
    .meta({ examples: ["web"] }),
  critical: z
    .boolean()
    .optional()
    .describe("Requests equal limits in every container: the pods are the last to be evicted.")
    .meta({ examples: [true] }),
  resources,
  port: containerPort(8080).default(8080).describe("Port of the HTTP server."),
  metricsPort: containerPort(9090).default(9090).describe("Port of the Prometheus metrics."),
  grpcPort: containerPort(9000).optional().describe("Port of the gRPC server. Default: none."),
  probes: probes.optional(),
  shutdown,
  initContainers,
  sidecars,
  volumes,
  claimRetention,
  antiAffinity: z
    .enum(["preferred", "required"])
    .optional()
    .describe("Whether two pods may share a node. Default: `preferred`, where there are nodes for it.")
    .meta({ examples: ["required"] }),
  priorityClass: objectName("business-critical").optional().describe("A PriorityClass that the cluster has."),
};
