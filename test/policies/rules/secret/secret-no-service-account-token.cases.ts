import { rule } from "../../../../policies/rules/secret/secret-no-service-account-token.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(["Secret"], "another type", { type: "Opaque" }),
    ...onEach(["ServiceAccount"], "no secrets", { automountServiceAccountToken: false, secrets: [] }),
  ],
  violating: [
    ...onEach(["Secret"], "a token", { type: "kubernetes.io/service-account-token" }, ["type"]),
    ...onEach(["ServiceAccount"], "a Secret", { secrets: [{ name: "orders-token" }] }, ["secrets"]),
  ],
  unknown: [
    ...onEach(["Secret"], "an unknown type", { type: UNKNOWN }, ["type"]),
    ...onEach(["ServiceAccount"], "unknown secrets", { secrets: UNKNOWN }, ["secrets"]),
  ],
  malformed: [
    ...onEach(["Secret"], "a type that is no text", { type: { name: "kubernetes.io/service-account-token" } }),
    ...onEach(["ServiceAccount"], "secrets that are no list", { secrets: "orders-token" }, ["secrets"]),
  ],
};
