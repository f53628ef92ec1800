import { rule } from "../../../../policies/rules/pss/pss-restricted-proc-mount-restricted.ts";
import type { RuleCases } from "../../cases.ts";
import { container, inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const FIELD = "securityContext.procMount";
const procMount = (value: unknown) => ({ securityContext: { procMount: value } });

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "nothing is said", given: container({}) },
    ...["Default", null].flatMap((value) => inEachList(String(value), procMount(value))),
  ],
  violating: [
    ...inEachList("Unmasked", procMount("Unmasked"), [FIELD]),
    {
      it: "Unmasked, though in a user namespace",
      given: pod({ hostUsers: false, containers: [procMount("Unmasked")] }),
      finds: [`spec.containers[0].${FIELD}`],
    },
  ],
  unknown: inEachList("the field", procMount(UNKNOWN), [FIELD]),
  malformed: inEachList("a number", procMount(1), [FIELD]),
};
