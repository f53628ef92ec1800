import { z } from "zod";

/** A key of a ConfigMap that the kubelet will not take for one of its own (`..data`). */
const fileName = z
  .string()
  .regex(/^[A-Za-z0-9_-][-._A-Za-z0-9]{0,99}$/, "a file name of letters, digits, `.`, `_` and `-`");

const content = z
  .union(
    [
      z.string(),
      z.strictObject({
        from: z
          .string()
          .min(1)
          .describe("A text file of the checkout, relative to the project.")
          .meta({ examples: ["config/orders.yaml"] }),
      }),
    ],
    "text, or a file as in `{from: config/orders.yaml}`",
  )
  .meta({ examples: [{ from: "config/orders.yaml" }] });

/** Files by name: their text, or where it is. */
export const files = z.record(fileName, content).default({});
