import { z } from "zod";
import { quantity } from "./quantity.ts";
import { objectName } from "./volumes.ts";

const percent = (example: number) =>
  z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .meta({ examples: [example] });

const pods = (example: number) =>
  z
    .int()
    .min(1)
    .max(1000)
    .meta({ examples: [example] });

const metric = z
  .string()
  .min(1)
  .describe("Name of the metric.")
  .meta({ examples: ["http_requests_per_second"] });

const averageValue = quantity("100").describe("What a pod should have of it on average.");

const window = (example: number, what: string) =>
  z
    .int()
    .min(0)
    .max(3600)
    .optional()
    .describe(what)
    .meta({ examples: [example] });

export const autoscaling = z
  .strictObject({
    min: pods(2).optional().describe("Pods at least. Default: by environment, 1 in dev, 2 in staging, 3 in prod."),
    max: pods(10).describe("Pods at most."),
    cpu: percent(70).describe("CPU in percent of the request. Default: 70 where no metric is given."),
    memory: percent(80).describe("Memory in percent of the request."),
    pods: z.array(z.strictObject({ metric, averageValue })).optional().describe("Metrics of the pods themselves."),
    objects: z
      .array(
        z.strictObject({
          metric,
          apiVersion: z
            .string()
            .min(1)
            .describe("API version of the object.")
            .meta({ examples: ["networking.k8s.io/v1"] }),
          kind: z
            .string()
            .min(1)
            .describe("Kind of the object.")
            .meta({ examples: ["Ingress"] }),
          name: objectName("orders").describe("Name of the object."),
          averageValue,
        }),
      )
      .optional()
      .describe("Metrics of another object of the namespace."),
    external: z
      .array(
        z.strictObject({
          metric,
          selector: z
            .record(z.string(), z.string().meta({ examples: ["orders"] }))
            .optional()
            .describe("Labels that choose among its series.")
            .meta({ examples: [{ queue: "orders" }] }),
          averageValue,
        }),
      )
      .optional()
      .describe("Metrics from outside of the cluster."),
    stabilization: z
      .strictObject({
        up: window(0, "Seconds before more pods. Default: 0."),
        down: window(300, "Seconds before fewer pods. Default: 300."),
      })
      .optional()
      .describe("How long a need must last before it is followed."),
  })
  .optional()
  .describe("Lets the load choose the number of pods. Not with `replicas`.")
  .meta({ examples: [{ max: 10 }] });
