import { rule } from "../../../../policies/rules/service/service-no-external-ips.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.kinds, "none", { spec: {} }),
    ...onEach(rule.kinds, "an empty list", { spec: { externalIPs: [] } }),
  ],
  violating: onEach(rule.kinds, "an address", { spec: { externalIPs: ["192.0.2.7"] } }, ["spec.externalIPs"]),
  unknown: onEach(rule.kinds, "unknown", { spec: { externalIPs: UNKNOWN } }, ["spec.externalIPs"]),
  malformed: onEach(rule.kinds, "text", { spec: { externalIPs: "192.0.2.7" } }, ["spec.externalIPs"]),
};
