import { z } from "zod";

export const environment = z
  .enum(["dev", "staging", "prod"])
  .describe("Chooses defaults (replicas, policy levels).")
  .meta({ examples: ["dev"] });

export type EnvironmentName = z.output<typeof environment>;
