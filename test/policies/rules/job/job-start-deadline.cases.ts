import { rule } from "../../../../policies/rules/job/job-start-deadline.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const of = (value: unknown) => ({ spec: { startingDeadlineSeconds: value } });
const FIELD = ["spec.startingDeadlineSeconds"];

export const cases: RuleCases = {
  rule,
  compliant: [60, 10].flatMap((value) => onEach(rule.kinds, String(value), of(value))),
  violating: [undefined, 0, 5].flatMap((value) => onEach(rule.kinds, String(value), of(value), FIELD)),
  unknown: [
    ...onEach(rule.kinds, "the field", of(UNKNOWN), FIELD),
    ...onEach(rule.kinds, "all of it", { spec: UNKNOWN_OBJECT }, FIELD),
  ],
  malformed: onEach(rule.kinds, "nonsense", of("60"), FIELD),
};
