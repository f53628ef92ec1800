import { rule } from "../../../../policies/rules/job/job-ttl.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const of = (value: unknown) => ({ spec: { ttlSecondsAfterFinished: value } });
const FIELD = ["spec.ttlSecondsAfterFinished"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...[0, 3600].flatMap((value) => onEach(rule.kinds, String(value), of(value))),
    ...onEach(rule.kinds, "one that Pulumi keeps", {
      metadata: { annotations: { "pulumi.com/replaceUnready": "true" } },
    }),
  ],
  violating: [undefined, null].flatMap((value) => onEach(rule.kinds, String(value), of(value), FIELD)),
  unknown: onEach(rule.kinds, "the field", of(UNKNOWN), FIELD),
  malformed: ["1h", -1].flatMap((value) => onEach(rule.kinds, String(value), of(value), FIELD)),
};
