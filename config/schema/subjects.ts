import { z } from "zod";

// `system:authenticated` and its like are everybody; the control plane's own users need nothing from a tenant.
const subject = (example: string) =>
  z
    .string()
    .regex(/^(?!system:).+$/, "a name that does not begin with `system:`")
    .meta({ examples: [example] });

const list = (example: string, what: string) =>
  z
    .array(subject(example))
    .default([])
    .describe(what)
    .meta({ examples: [[example]] });

/** People and programs, as the API server knows them. */
export const subjects = z.strictObject({
  groups: list("shop-developers", "Groups of the cluster's identity provider."),
  users: list("ann@example.com", "Users of the cluster's identity provider."),
  serviceAccounts: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?\/[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/, "`<namespace>/<name>`")
        .meta({ examples: ["ci/deployer"] }),
    )
    .default([])
    .describe("Service accounts, `<namespace>/<name>`.")
    .meta({ examples: [["ci/deployer"]] }),
});
