import { rule } from "../../../../policies/rules/pod/pod-host-aliases.ts";
import type { RuleCases } from "../../cases.ts";
import { pod } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const FIELD = ["spec.hostAliases"];

export const cases: RuleCases = {
  rule,
  compliant: [undefined, null, []].map((value) => ({ it: String(value), given: pod({ hostAliases: value }) })),
  violating: [{ it: "one", given: pod({ hostAliases: [{ ip: "10.0.0.1", hostnames: ["db"] }] }), finds: FIELD }],
  unknown: [{ it: "the list", given: pod({ hostAliases: UNKNOWN }), finds: FIELD }],
  malformed: [{ it: "no list", given: pod({ hostAliases: {} }), finds: FIELD }],
};
