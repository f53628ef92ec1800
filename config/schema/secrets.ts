import { z } from "zod";
import { variable } from "./variable.ts";

/** Name of a value under `slipway:secrets`. */
const secretKey = z
  .string()
  .regex(/^[A-Za-z0-9][-._/A-Za-z0-9]{0,99}$/, "a name of letters, digits, `/`, `.`, `_` and `-`");

/** The values of a stack's secrets, as Pulumi writes encrypted ones down. */
export const secrets = z
  .record(secretKey, z.strictObject({ secure: z.string() }))
  .default({})
  .describe("Encrypted values by key, each set by `pulumi config set --secret --path`.")
  .meta({ examples: [{ "orders/db": { secure: "v1:…" } }] });

/** What a service gets of them. */
export const serviceSecrets = z
  .array(
    z.strictObject({
      name: variable.describe("Variable; as a file, its name.").meta({ examples: ["DB_PASSWORD"] }),
      key: secretKey.describe("Key under `slipway:secrets`.").meta({ examples: ["orders/db"] }),
      as: z
        .enum(["file", "env"])
        .default("file")
        .describe(
          "`file`: at /run/secrets/<service>/<name>, whose path is in `<name>_FILE`; `env`: the variable itself.",
        )
        .meta({ examples: ["file"] }),
    }),
  )
  .default([])
  .describe("Secrets that the service gets.");
