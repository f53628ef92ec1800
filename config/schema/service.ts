import { z } from "zod";
import { configCentre } from "./config-centre.ts";
import { files } from "./files.ts";
import { label } from "./label.ts";
import { calls, egress } from "./network.ts";
import { route } from "./route.ts";
import { serviceSecrets } from "./secrets.ts";
import { variables } from "./variable.ts";
import { workload } from "./workload.ts";

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
  ...workload,
  env: variables.describe("Environment variables, above `slipway:env`. Not for secrets."),
  files: files.describe("Read-only files of /etc/<service>; a change rolls the pods. Not for secrets."),
  dynamicFiles: files.describe("The same, for files that the service reloads: a change reaches the running pods."),
  configCentre: configCentre.optional(),
  secrets: serviceSecrets,
  routes: z.array(route).default([]).describe("What the gateway leads to this service. Needs `slipway:gateway`."),
  calls,
  egress,
});
