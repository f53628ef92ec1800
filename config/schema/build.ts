import { z } from "zod";

export const build = z
  .strictObject({
    context: z
      .string()
      .min(1)
      .describe("Folder with the Dockerfile, relative to the project.")
      .meta({ examples: ["services/orders"] }),
    platforms: z
      .array(z.enum(["linux/amd64", "linux/arm64"]))
      .min(1)
      .optional()
      .describe("Platforms of the image. Default: the builder's own.")
      .meta({ examples: [["linux/amd64", "linux/arm64"]] }),
  })
  .optional();

export const image = z
  .string()
  .min(1)
  .optional()
  .describe("A ready-made image, `repository:tag` or `repository@digest`.")
  .meta({ examples: ["ghcr.io/acme/orders:1.4.2"] });
