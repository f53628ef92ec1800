import { z } from "zod";

export const cluster = z
  .strictObject({
    context: z
      .string()
      .min(1)
      .describe("Context of the kubeconfig that this stack deploys to.")
      .meta({ examples: ["lab"] }),
  })
  .describe("The cluster of this stack.");
