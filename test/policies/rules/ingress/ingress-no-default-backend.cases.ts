import { rule } from "../../../../policies/rules/ingress/ingress-no-default-backend.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: onEach(rule.kinds, "none", { spec: { rules: [{ host: "shop.example" }] } }),
  violating: [
    ...onEach(rule.kinds, "one", { spec: { defaultBackend: { service: { name: "orders" } } } }, [
      "spec.defaultBackend",
    ]),
    ...onEach(rule.kinds, "one by its old name", { spec: { backend: { serviceName: "orders" } } }, ["spec.backend"]),
  ],
  unknown: onEach(rule.kinds, "unknown", { spec: { defaultBackend: UNKNOWN } }, ["spec.defaultBackend"]),
  malformed: onEach(rule.kinds, "text", { spec: { defaultBackend: "orders" } }, ["spec.defaultBackend"]),
};
