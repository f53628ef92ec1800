import { z } from "zod";
import { label } from "./label.ts";
import { quantity } from "./quantity.ts";

export const tenant = z.strictObject({
  name: label("shop").describe("Name of the tenant and of its namespace."),
  quota: z
    .strictObject({
      requestsCpu: quantity("2").default("2").describe("Sum of CPU requests."),
      requestsMemory: quantity("2Gi").default("2Gi").describe("Sum of memory requests."),
      limitsCpu: quantity("4").default("4").describe("Sum of CPU limits."),
      limitsMemory: quantity("4Gi").default("4Gi").describe("Sum of memory limits."),
    })
    .prefault({})
    .describe("ResourceQuota of the namespace."),
});
