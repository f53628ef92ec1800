import { z } from "zod";
import { label } from "../label.ts";
import { dashboards } from "./dashboards.ts";
import { logs } from "./logs.ts";
import { metrics } from "./metrics.ts";
import { traces } from "./traces.ts";

export const observability = z
  .strictObject({
    install: z
      .boolean()
      .default(true)
      .describe("Whether this stack brings the monitoring; not where another stack of the cluster does.")
      .meta({ examples: [false] }),
    namespace: label("monitoring")
      .default("monitoring")
      .describe("Namespace of the monitoring: it may scrape every service, and takes their traces."),
    metrics,
    logs,
    traces,
    dashboards,
  })
  // A stack that does not speak of it is one that runs beside another that brings it.
  .prefault({ install: false })
  .describe("Metrics, logs, traces and dashboards. Default: nothing is installed.");
