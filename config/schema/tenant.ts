import { z } from "zod";
import { label } from "./label.ts";
import { quantity } from "./quantity.ts";
import { subjects } from "./subjects.ts";

const count = (most: number, what: string) =>
  z
    .int()
    .min(0)
    .default(most)
    .describe(what)
    .meta({ examples: [most] });

const quota = z.strictObject({
  requestsCpu: quantity("2").default("2").describe("Sum of CPU requests."),
  requestsMemory: quantity("2Gi").default("2Gi").describe("Sum of memory requests."),
  limitsCpu: quantity("4").default("4").describe("Sum of CPU limits."),
  limitsMemory: quantity("4Gi").default("4Gi").describe("Sum of memory limits."),
  requestsStorage: quantity("20Gi").default("20Gi").describe("Sum of the storage that volumes claim."),
  pods: count(50, "Number of pods."),
});

export const tenant = z.strictObject({
  name: label("shop").describe("Name of the tenant and of its namespace."),
  quota: quota.prefault({}).describe("ResourceQuota of the namespace."),
  deployers: subjects
    .optional()
    .describe("Who may change workloads in the namespace; not its quota, network policies, roles or secrets."),
  viewers: subjects.optional().describe("Who may read everything in the namespace but secrets."),
});
