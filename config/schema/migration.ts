import { z } from "zod";
import { words } from "./containers.ts";
import { seconds } from "./seconds.ts";

export const migration = z
  .strictObject({
    command: words("What runs instead of the image's entry point.", ["/orders"]),
    args: words("Arguments.", ["migrate", "--up"]),
    backoffLimit: z
      .int()
      .min(0)
      .max(10)
      .optional()
      .describe("How often a failed migration is tried again. Default: 1.")
      .meta({ examples: [1] }),
    activeDeadlineSeconds: seconds(300).describe("Seconds after which it is ended as failed. Default: 300."),
  })
  .optional()
  .describe("What runs in the service's image, to its end, before a new version is rolled out.")
  .meta({ examples: [{ args: ["migrate", "--up"] }] });
