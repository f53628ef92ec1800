import { z } from "zod";
import { quantity } from "./quantity.ts";

/** RFC 1123 label, 40 characters at most so that suffixes such as a ReplicaSet's hash still fit into 63. */
const label = (example: string) =>
  z
    .string()
    .regex(/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/, "a lower-case name of letters, digits and `-`, at most 40 characters")
    .meta({ examples: [example] });

const environment = z
  .enum(["dev", "staging", "prod"])
  .describe("Chooses defaults (replicas, policy levels).")
  .meta({ examples: ["dev"] });

export type EnvironmentName = z.output<typeof environment>;

const cluster = z
  .strictObject({
    context: z
      .string()
      .min(1)
      .describe("Context of the kubeconfig that this stack deploys to.")
      .meta({ examples: ["lab"] }),
  })
  .describe("The cluster of this stack.");

const images = z
  .strictObject({
    registry: z
      .string()
      .regex(/^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._/-]+)?$/, "a registry with an optional path and no scheme")
      .describe("Where built images are pushed, without scheme.")
      .meta({ examples: ["localhost:5000/slipway"] }),
    mirror: z
      .string()
      .regex(/^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._/-]+)?$/, "a registry with an optional path and no scheme")
      .optional()
      .describe("Registry that holds every third-party image; their references are rewritten to it.")
      .meta({ examples: ["localhost:5000"] }),
    resolveDigests: z
      .boolean()
      .default(false)
      .describe("Ask the registry for the digest of each service image that is given by tag.")
      .meta({ examples: [true] }),
  })
  .describe("Image registry and mirror.");

const tenant = z.strictObject({
  name: label("shop").describe("Name of the tenant and of its namespace."),
  quota: z
    .strictObject({
      requestsCpu: quantity("2").default("2").describe("Sum of CPU requests."),
      requestsMemory: quantity("2Gi").default("2Gi").describe("Sum of memory requests."),
      limitsCpu: quantity("4").default("4").describe("Sum of CPU limits."),
      limitsMemory: quantity("4Gi").default("4Gi").describe("Sum of memory limits."),
    })
    .prefault({})
    .describe("ResourceQuota of the namespace."),
});

const build = z.strictObject({
  context: z
    .string()
    .min(1)
    .describe("Folder with the Dockerfile, relative to the project.")
    .meta({ examples: ["services/orders"] }),
  platforms: z
    .array(z.enum(["linux/amd64", "linux/arm64"]))
    .min(1)
    .optional()
    .describe("Platforms of the image. Default: the builder's own.")
    .meta({ examples: [["linux/amd64", "linux/arm64"]] }),
});

const service = z.strictObject({
  name: label("orders").describe("Name of the service; unique in the stack."),
  tenant: label("shop").describe("Tenant that the service runs in."),
  build: build.optional().describe("Build the image from source. Exactly one of `build` and `image`."),
  image: z
    .string()
    .min(1)
    .optional()
    .describe("A ready-made image, `repository:tag` or `repository@digest`.")
    .meta({ examples: ["ghcr.io/acme/orders:1.4.2"] }),
  profile: z
    .enum(["web", "batch", "cache"])
    .default("web")
    .describe("Resource profile: requests, limits, Go runtime.")
    .meta({ examples: ["web"] }),
  replicas: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe("Number of pods. Default: by environment, 1 in dev, 2 in staging, 3 in prod.")
    .meta({ examples: [3] }),
  port: z
    .int()
    .min(1024)
    .max(65535)
    .default(8080)
    .describe("Port of the HTTP server.")
    .meta({ examples: [8080] }),
  metricsPort: z
    .int()
    .min(1024)
    .max(65535)
    .default(9090)
    .describe("Port of the Prometheus metrics.")
    .meta({ examples: [9090] }),
  env: z
    .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "a variable name"), z.string().meta({ examples: ["info"] }))
    .default({})
    .describe("Environment variables. Not for secrets."),
});

/** The stack file: every key under `slipway:`. The single source of defaults, errors and the JSON Schema for editors. */
export const stackSchema = z.strictObject({
  environment,
  cluster,
  images,
  tenants: z.array(tenant).min(1).describe("Who shares the cluster: one namespace each."),
  services: z.array(service).default([]).describe("What runs."),
});
