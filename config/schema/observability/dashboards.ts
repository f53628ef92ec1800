import { z } from "zod";
import { enabled, secretName, storage, url } from "./parts.ts";

export const dashboards = z
  .strictObject({
    enabled,
    url: url("https://grafana.example.com").optional().describe("Where people open it, for links. Default: none."),
    adminPassword: z
      .string()
      .min(1)
      .optional()
      .describe(
        "Key under `slipway:secrets` of the admin's password. Exactly one of `adminPassword` and `adminSecret`.",
      )
      .meta({ examples: ["grafana/admin"] }),
    adminSecret: secretName("grafana-admin", "Secret of the monitoring's namespace with the key `password`."),
    storage: storage(
      "5Gi",
      "Claimed disk for what people save. Default: none; dashboards and data sources come with each pod.",
    ),
  })
  .prefault({})
  .describe("Grafana with data sources and dashboards.");
