import { z } from "zod";

export const images = z
  .strictObject({
    registry: z
      .string()
      .regex(/^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._/-]+)?$/, "a registry with an optional path and no scheme")
      .describe("Where built images are pushed, without scheme.")
      .meta({ examples: ["localhost:5000/slipway"] }),
    mirror: z
      .string()
      .regex(/^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._/-]+)?$/, "a registry with an optional path and no scheme")
      .optional()
      .describe("Registry that holds every third-party image; their references are rewritten to it.")
      .meta({ examples: ["localhost:5000"] }),
    bundle: z
      .string()
      .min(1)
      .optional()
      .describe(
        "Manifest that `make bundle` wrote: every image comes by the digest that it lists, and nothing is built.",
      )
      .meta({ examples: ["slipway-bundle.json"] }),
    resolveDigests: z
      .boolean()
      .default(false)
      .describe("Ask the registry for the digest of each service image that is given by tag.")
      .meta({ examples: [true] }),
  })
  .describe("Image registry and mirror.");
