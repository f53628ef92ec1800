import { rule } from "../../../../policies/rules/job/job-concurrency.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const of = (value: unknown) => ({ spec: { concurrencyPolicy: value } });
const FIELD = ["spec.concurrencyPolicy"];

export const cases: RuleCases = {
  rule,
  compliant: ["Forbid", "Replace"].flatMap((value) => onEach(rule.kinds, String(value), of(value))),
  violating: [undefined, "Allow"].flatMap((value) => onEach(rule.kinds, String(value), of(value), FIELD)),
  unknown: [
    ...onEach(rule.kinds, "the field", of(UNKNOWN), FIELD),
    ...onEach(rule.kinds, "all of it", { spec: UNKNOWN_OBJECT }, FIELD),
  ],
  malformed: onEach(rule.kinds, "nonsense", of(1), FIELD),
};
