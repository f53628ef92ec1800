import { z } from "zod";
import { label } from "./label.ts";

export const observability = z
  .strictObject({
    namespace: label("monitoring")
      .default("monitoring")
      .describe("Namespace of the monitoring: it may scrape every service, and takes their traces."),
  })
  .prefault({})
  .describe("Where metrics, logs and traces go.");
