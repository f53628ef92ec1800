import { rule } from "../../../../policies/rules/kms/kms-enabled.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [...onEach(rule.types, "on", { isEnabled: true }), ...onEach(rule.types, "by default", {})],
  violating: [...onEach(rule.types, "off", { isEnabled: false }, ["isEnabled"])],
  unknown: [...onEach(rule.types, "unknown", { isEnabled: UNKNOWN }, ["isEnabled"])],
  malformed: [...onEach(rule.types, "text", { isEnabled: "yes" }, ["isEnabled"])],
};
