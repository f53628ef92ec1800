import { rule } from "../../../../policies/rules/pod/pod-host-users.ts";
import type { RuleCases } from "../../cases.ts";
import { pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const FIELD = ["spec.hostUsers"];

export const cases: RuleCases = {
  rule,
  compliant: [undefined, null, false].map((value) => ({ it: String(value), given: pod({ hostUsers: value }) })),
  violating: [{ it: "true", given: pod({ hostUsers: true }), finds: FIELD }],
  unknown: [
    { it: "the field", given: pod({ hostUsers: UNKNOWN }), finds: FIELD },
    { it: "the pod", given: pod(UNKNOWN_OBJECT), finds: FIELD },
  ],
  malformed: [{ it: "text", given: pod({ hostUsers: "false" }), finds: FIELD }],
};
