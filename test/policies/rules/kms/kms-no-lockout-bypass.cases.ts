import { rule } from "../../../../policies/rules/kms/kms-no-lockout-bypass.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.types, "off", { bypassPolicyLockoutSafetyCheck: false }),
    ...onEach(rule.types, "by default", {}),
  ],
  violating: [
    ...onEach(rule.types, "on", { bypassPolicyLockoutSafetyCheck: true }, ["bypassPolicyLockoutSafetyCheck"]),
  ],
  unknown: [
    ...onEach(rule.types, "unknown", { bypassPolicyLockoutSafetyCheck: UNKNOWN }, ["bypassPolicyLockoutSafetyCheck"]),
  ],
  malformed: [
    ...onEach(rule.types, "text", { bypassPolicyLockoutSafetyCheck: "yes" }, ["bypassPolicyLockoutSafetyCheck"]),
  ],
};
