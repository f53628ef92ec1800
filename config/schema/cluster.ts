import { z } from "zod";
import { label } from "./label.ts";

const context = z
  .string()
  .min(1)
  .describe("Context of the kubeconfig that is deployed to.")
  .meta({ examples: ["lab"] });

export const cluster = z
  .strictObject({ context })
  .describe("The cluster of this stack. Exactly one of `cluster` and `clusters`.");

const namedCluster = z.strictObject({
  name: label("east").describe("Name of the cluster in this stack; prefix of the Pulumi names of what runs there."),
  context,
  services: z
    .array(label("orders"))
    .min(1)
    .optional()
    .describe("Names of the services that run there. Default: all.")
    .meta({ examples: [["orders"]] }),
});

export const clusters = z
  .array(namedCluster)
  .min(1)
  .describe("Several clusters, each with the services that it runs. Exactly one of `cluster` and `clusters`.");
