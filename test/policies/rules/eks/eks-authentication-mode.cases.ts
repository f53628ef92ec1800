import { rule } from "../../../../policies/rules/eks/eks-authentication-mode.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "by entries", { accessConfig: { authenticationMode: "API" } })],
  violating: [
    ...onEach(rule.types, "by both", { accessConfig: { authenticationMode: "API_AND_CONFIG_MAP" } }, [
      "accessConfig.authenticationMode",
    ]),
    ...onEach(rule.types, "by default", {}, ["accessConfig.authenticationMode"]),
  ],
  unknown: [
    ...onEach(rule.types, "unknown", { accessConfig: { authenticationMode: UNKNOWN } }, [
      "accessConfig.authenticationMode",
    ]),
  ],
  malformed: [
    ...onEach(rule.types, "text", { accessConfig: { authenticationMode: "yes" } }, ["accessConfig.authenticationMode"]),
  ],
};
