import { z } from "zod";
import { label } from "./label.ts";

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

export const service = z.strictObject({
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
