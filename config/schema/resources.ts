import { z } from "zod";
import { quantity } from "./quantity.ts";

const range = (request: string, limit: string, what: string) =>
  z
    .strictObject({
      request: quantity(request).optional().describe("What is reserved, and paid for."),
      limit: quantity(limit).optional().describe("What may be used at most."),
    })
    .optional()
    .describe(what);

export const resources = z
  .strictObject({
    cpu: range("250m", "1", "CPU."),
    memory: range("128Mi", "512Mi", "Memory."),
  })
  .optional()
  .describe("What differs from the profile.")
  .meta({ examples: [{ memory: { limit: "512Mi" } }] });
