import { rule } from "../../../../policies/rules/ingress/ingress-tls.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: onEach(rule.kinds, "with a certificate", {
    spec: { tls: [{ hosts: ["shop.example"], secretName: "shop" }] },
  }),
  violating: [
    ...onEach(rule.kinds, "without", { spec: { rules: [] } }, ["spec.tls"]),
    ...onEach(rule.kinds, "an empty list", { spec: { tls: [] } }, ["spec.tls"]),
  ],
  unknown: onEach(rule.kinds, "unknown", { spec: { tls: UNKNOWN } }, ["spec.tls"]),
  malformed: onEach(rule.kinds, "text", { spec: { tls: "shop" } }, ["spec.tls"]),
};
