import { security } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { not, or } from "../../values/truth.ts";

/** Tokens in Secrets never expire; those that the kubelet mounts do, and end with their pod. */
export const rule: ObjectRule = {
  name: "secret-no-service-account-token",
  description: "No service account may have a long-lived token in a Secret.",
  level: mandatory,
  severity: "high",
  framework: security,
  remediation: "Mount a projected serviceAccountToken, or ask the TokenRequest API for one that expires.",
  url: "https://kubernetes.io/docs/concepts/security/service-accounts/#get-a-token",
  kinds: ["Secret", "ServiceAccount"],
  checkObject({ kind, fields }, require) {
    if (kind === "Secret") {
      const type = fields.at("type");
      const holds = not(type.is("kubernetes.io/service-account-token"));
      require(holds, type, "must not be a service account's token: it never expires; mount a projected one");
    } else {
      const secrets = fields.at("secrets");
      const holds = or(secrets.absent, secrets.test(isEmpty));
      require(holds, secrets, "must be empty: tokens in Secrets never expire; mount a projected one");
    }
  },
};

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
