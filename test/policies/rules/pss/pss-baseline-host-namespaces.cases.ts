import { rule } from "../../../../policies/rules/pss/pss-baseline-host-namespaces.ts";
import type { RuleCases } from "../../cases.ts";
import { pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const NAMESPACES = ["hostNetwork", "hostPID", "hostIPC"];
const all = NAMESPACES.map((name) => `spec.${name}`);

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "none is set", given: pod({}) },
    { it: "all are false", given: pod({ hostNetwork: false, hostPID: false, hostIPC: null }) },
  ],
  violating: [
    ...NAMESPACES.map((name) => ({ it: name, given: pod({ [name]: true }), finds: [`spec.${name}`] })),
    { it: "each by itself", given: pod({ hostNetwork: true, hostPID: true, hostIPC: true }), finds: all },
  ],
  unknown: [
    ...NAMESPACES.map((name) => ({ it: name, given: pod({ [name]: UNKNOWN }), finds: [`spec.${name}`] })),
    { it: "the whole pod", given: pod(UNKNOWN_OBJECT), finds: all },
  ],
  malformed: [{ it: "text", given: pod({ hostNetwork: "false", hostPID: 0, hostIPC: [] }), finds: all }],
};
