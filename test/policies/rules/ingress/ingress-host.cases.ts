import { rule } from "../../../../policies/rules/ingress/ingress-host.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: onEach(rule.kinds, "a name", { spec: { rules: [{ host: "shop.example" }] } }),
  violating: [
    ...onEach(rule.kinds, "no name", { spec: { rules: [{ host: "shop.example" }, { http: {} }] } }, [
      "spec.rules[1].host",
    ]),
    ...onEach(rule.kinds, "a wildcard", { spec: { rules: [{ host: "*.example" }] } }, ["spec.rules[0].host"]),
  ],
  unknown: onEach(rule.kinds, "unknown", { spec: { rules: [{ host: UNKNOWN }] } }, ["spec.rules[0].host"]),
  malformed: [
    ...onEach(rule.kinds, "a number", { spec: { rules: [{ host: 7 }] } }, ["spec.rules[0].host"]),
    ...onEach(rule.kinds, "rules that are text", { spec: { rules: "shop.example" } }),
  ],
};
