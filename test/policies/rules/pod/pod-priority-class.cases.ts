import { rule } from "../../../../policies/rules/pod/pod-priority-class.ts";
import type { RuleCases } from "../../cases.ts";
import { pod } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const NAME = ["spec.priorityClassName"];

export const cases: RuleCases = {
  rule,
  compliant: [{ it: "a class", given: pod({ priorityClassName: "web" }) }],
  violating: [undefined, null, ""].map((name) => ({
    it: JSON.stringify(name) ?? "none",
    given: pod({ priorityClassName: name }),
    finds: NAME,
  })),
  unknown: [{ it: "the class", given: pod({ priorityClassName: UNKNOWN }), finds: NAME }],
  malformed: [{ it: "a number", given: pod({ priorityClassName: 7 }), finds: NAME }],
};
