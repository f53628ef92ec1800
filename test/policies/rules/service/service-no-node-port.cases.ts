import { rule } from "../../../../policies/rules/service/service-no-node-port.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.kinds, "inside of the cluster", { spec: { type: "ClusterIP" } }),
    ...onEach(rule.kinds, "by default", { spec: {} }),
  ],
  violating: onEach(rule.kinds, "a node port", { spec: { type: "NodePort" } }, ["spec.type"]),
  unknown: onEach(rule.kinds, "an unknown type", { spec: { type: UNKNOWN } }, ["spec.type"]),
  malformed: onEach(rule.kinds, "a spec that is text", { spec: "NodePort" }),
};
