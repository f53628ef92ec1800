import { z } from "zod";
import { label } from "./label.ts";
import { destination } from "./network.ts";

const context = z
  .string()
  .min(1)
  .describe("Context of the kubeconfig that is deployed to.")
  .meta({ examples: ["lab"] });

const apiServer = z
  .array(destination)
  .min(1)
  .optional()
  .describe(
    "Addresses of the API server behind `kubernetes.default`, for tasks that talk to it. Default: private ones, ports 443 and 6443.",
  )
  .meta({ examples: [[{ cidr: "10.0.0.10/32", ports: [6443] }]] });

export const cluster = z
  .strictObject({ context, apiServer })
  .describe("The cluster of this stack. Exactly one of `cluster` and `clusters`.");

const namedCluster = z.strictObject({
  name: label("east").describe("Name of the cluster in this stack; prefix of the Pulumi names of what runs there."),
  context,
  apiServer,
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
