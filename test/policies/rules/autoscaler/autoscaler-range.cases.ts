import { rule } from "../../../../policies/rules/autoscaler/autoscaler-range.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const of = (minReplicas: unknown, maxReplicas: unknown) => ({ spec: { minReplicas, maxReplicas } });
const [LEAST, MOST] = [["spec.minReplicas"], ["spec.maxReplicas"]];

export const cases: RuleCases = {
  rule,
  compliant: onEach(rule.kinds, "2 to 4", of(2, 4)),
  violating: [
    ...onEach(rule.kinds, "one", of(1, 4), LEAST),
    ...onEach(rule.kinds, "one by default", of(undefined, 4), LEAST),
    ...onEach(rule.kinds, "no room", of(2, 2), MOST),
  ],
  unknown: [
    ...onEach(rule.kinds, "the least", of(UNKNOWN, 4), [...LEAST, ...MOST]),
    ...onEach(rule.kinds, "the most", of(2, UNKNOWN), MOST),
  ],
  malformed: onEach(rule.kinds, "text", of("2", "4"), [...LEAST, ...MOST]),
};
