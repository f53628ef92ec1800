import { z } from "zod";
import { cluster, clusters } from "./cluster.ts";
import { environment } from "./environment.ts";
import { gateway } from "./gateway.ts";
import { images } from "./images.ts";
import { observability } from "./observability/index.ts";
import { secrets } from "./secrets.ts";
import { service } from "./service.ts";
import { task } from "./task.ts";
import { tenant } from "./tenant.ts";
import { variables } from "./variable.ts";

export type { EnvironmentName } from "./environment.ts";

/** The stack file: every key under `slipway:`. The single source of defaults, errors and the JSON Schema for editors. */
export const stackSchema = z.strictObject({
  environment,
  cluster: cluster.optional(),
  clusters: clusters.optional(),
  images,
  gateway: gateway.optional(),
  observability,
  tenants: z.array(tenant).min(1).describe("Who shares the cluster: one namespace each."),
  env: variables.describe("Environment variables of every service and task of this stack. Not for secrets."),
  secrets,
  services: z.array(service).default([]).describe("What runs."),
  tasks: z.array(task).default([]).describe("What runs on a schedule."),
});

/** A stack file whose keys hold one by one. */
export type Parsed = z.output<typeof stackSchema>;
