import { z } from "zod";
import { cluster, clusters } from "./cluster.ts";
import { environment } from "./environment.ts";
import { images } from "./images.ts";
import { service } from "./service.ts";
import { tenant } from "./tenant.ts";

export type { EnvironmentName } from "./environment.ts";

/** The stack file: every key under `slipway:`. The single source of defaults, errors and the JSON Schema for editors. */
export const stackSchema = z.strictObject({
  environment,
  cluster: cluster.optional(),
  clusters: clusters.optional(),
  images,
  tenants: z.array(tenant).min(1).describe("Who shares the cluster: one namespace each."),
  services: z.array(service).default([]).describe("What runs."),
});
