import { rule } from "../../../../policies/rules/pod/pod-share-process-namespace.ts";
import type { RuleCases } from "../../cases.ts";
import { pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const FIELD = ["spec.shareProcessNamespace"];

export const cases: RuleCases = {
  rule,
  compliant: [undefined, null, false].map((value) => ({
    it: String(value),
    given: pod({ shareProcessNamespace: value }),
  })),
  violating: [{ it: "true", given: pod({ shareProcessNamespace: true }), finds: FIELD }],
  unknown: [
    { it: "the field", given: pod({ shareProcessNamespace: UNKNOWN }), finds: FIELD },
    { it: "the pod", given: pod(UNKNOWN_OBJECT), finds: FIELD },
  ],
  malformed: [{ it: "text", given: pod({ shareProcessNamespace: "false" }), finds: FIELD }],
};
