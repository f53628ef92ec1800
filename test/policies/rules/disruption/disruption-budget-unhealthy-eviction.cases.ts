import { rule } from "../../../../policies/rules/disruption/disruption-budget-unhealthy-eviction.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const of = (policy: unknown) => ({ spec: { unhealthyPodEvictionPolicy: policy } });
const POLICY = ["spec.unhealthyPodEvictionPolicy"];

export const cases: RuleCases = {
  rule,
  compliant: onEach(rule.kinds, "AlwaysAllow", of("AlwaysAllow")),
  violating: [
    ...onEach(rule.kinds, "by default", of(undefined), POLICY),
    ...onEach(rule.kinds, "IfHealthyBudget", of("IfHealthyBudget"), POLICY),
  ],
  unknown: onEach(rule.kinds, "the policy", of(UNKNOWN), POLICY),
  malformed: onEach(rule.kinds, "a flag", of(true), POLICY),
};
