import { rule } from "../../../../policies/rules/pss/pss-baseline-proc-mount.ts";
import type { RuleCases } from "../../cases.ts";
import { container, inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const FIELD = "securityContext.procMount";
const procMount = (value: unknown) => ({ securityContext: { procMount: value } });
const inNamespace = (hostUsers: unknown, value: unknown) => pod({ hostUsers, containers: [procMount(value)] });

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "nothing is said", given: container({}) },
    ...["Default", null].flatMap((value) => inEachList(String(value), procMount(value))),
    { it: "Unmasked in a user namespace", given: inNamespace(false, "Unmasked") },
    { it: "unknown in a user namespace", given: inNamespace(false, UNKNOWN) },
  ],
  violating: [
    ...["Unmasked", "default", ""].flatMap((value) => inEachList(`"${value}"`, procMount(value), [FIELD])),
    {
      it: "Unmasked among the node's users",
      given: inNamespace(true, "Unmasked"),
      finds: [`spec.containers[0].${FIELD}`],
    },
  ],
  unknown: [
    ...inEachList("the field", procMount(UNKNOWN), [FIELD]),
    { it: "the user namespace", given: inNamespace(UNKNOWN, "Unmasked"), finds: [`spec.containers[0].${FIELD}`] },
  ],
  malformed: [
    ...inEachList("a number", procMount(1), [FIELD]),
    {
      it: "a user namespace in words",
      given: inNamespace("false", "Unmasked"),
      finds: [`spec.containers[0].${FIELD}`],
    },
  ],
};
