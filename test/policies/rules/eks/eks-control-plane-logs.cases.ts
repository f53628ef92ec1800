import { rule } from "../../../../policies/rules/eks/eks-control-plane-logs.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.types, "all five", {
      enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
    }),
  ],
  violating: [
    ...onEach(rule.types, "none", {}, ["enabledClusterLogTypes"]),
    ...onEach(
      rule.types,
      "without audit",
      { enabledClusterLogTypes: ["api", "authenticator", "controllerManager", "scheduler"] },
      ["enabledClusterLogTypes"],
    ),
  ],
  unknown: [...onEach(rule.types, "unknown", { enabledClusterLogTypes: UNKNOWN }, ["enabledClusterLogTypes"])],
  malformed: [...onEach(rule.types, "text", { enabledClusterLogTypes: "yes" }, ["enabledClusterLogTypes"])],
};
