import { rule } from "../../../../policies/rules/pod/pod-ephemeral-containers.ts";
import type { RuleCases } from "../../cases.ts";
import { pod } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const FIELD = ["spec.ephemeralContainers"];

export const cases: RuleCases = {
  rule,
  compliant: [undefined, null, []].map((value) => ({ it: String(value), given: pod({ ephemeralContainers: value }) })),
  violating: [{ it: "one", given: pod({ ephemeralContainers: [{ name: "debug" }] }), finds: FIELD }],
  unknown: [{ it: "the list", given: pod({ ephemeralContainers: UNKNOWN }), finds: FIELD }],
  malformed: [{ it: "no list", given: pod({ ephemeralContainers: {} }), finds: FIELD }],
};
