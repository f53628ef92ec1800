import { z } from "zod";
import { build, image } from "./build.ts";
import { configCentre } from "./config-centre.ts";
import { files } from "./files.ts";
import { label } from "./label.ts";
import { migration } from "./migration.ts";
import { calls, egress } from "./network.ts";
import { route } from "./route.ts";
import { serviceSecrets } from "./secrets.ts";
import { slo } from "./slo.ts";
import { variables } from "./variable.ts";
import { workload } from "./workload.ts";

export const service = z.strictObject({
  name: label("orders").describe("Name of the service; unique in the stack."),
  tenant: label("shop").describe("Tenant that the service runs in."),
  build: build.describe("Build the image from source. Exactly one of `build` and `image`."),
  image,
  ...workload,
  env: variables.describe("Environment variables, above `slipway:env`. Not for secrets."),
  files: files.describe("Read-only files of /etc/<service>; a change rolls the pods. Not for secrets."),
  dynamicFiles: files.describe("The same, for files that the service reloads: a change reaches the running pods."),
  configCentre: configCentre.optional(),
  secrets: serviceSecrets,
  routes: z.array(route).default([]).describe("What the gateway leads to this service. Needs `slipway:gateway`."),
  calls,
  egress,
  migration,
  slo,
});
