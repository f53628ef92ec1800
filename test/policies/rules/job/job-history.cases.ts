import { rule } from "../../../../policies/rules/job/job-history.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const of = (failed: unknown, successful: unknown) => ({
  spec: { failedJobsHistoryLimit: failed, successfulJobsHistoryLimit: successful },
});
const [FAILED, SUCCESSFUL] = [["spec.failedJobsHistoryLimit"], ["spec.successfulJobsHistoryLimit"]];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.kinds, "by default", of(undefined, undefined)),
    ...onEach(rule.kinds, "what failed is enough", of(1, 0)),
  ],
  violating: [
    ...onEach(rule.kinds, "nothing that failed", of(0, 3), FAILED),
    ...onEach(rule.kinds, "too much", of(11, 11), [...FAILED, ...SUCCESSFUL]),
  ],
  unknown: onEach(rule.kinds, "both", of(UNKNOWN, UNKNOWN), [...FAILED, ...SUCCESSFUL]),
  malformed: onEach(rule.kinds, "text", of("1", "3"), [...FAILED, ...SUCCESSFUL]),
};
