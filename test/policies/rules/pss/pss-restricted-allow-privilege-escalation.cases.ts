import { rule } from "../../../../policies/rules/pss/pss-restricted-allow-privilege-escalation.ts";
import type { RuleCases } from "../../cases.ts";
import { container, inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const FIELD = "securityContext.allowPrivilegeEscalation";
const escalation = (value: unknown) => ({ securityContext: { allowPrivilegeEscalation: value } });

export const cases: RuleCases = {
  rule,
  compliant: [
    ...inEachList("false", escalation(false)),
    { it: "a Windows pod", given: pod({ os: { name: "windows" }, containers: [{}] }) },
    { it: "false, whatever the system", given: pod({ os: UNKNOWN, containers: [escalation(false)] }) },
  ],
  violating: [
    ...[true, undefined, null].flatMap((value) => inEachList(String(value), escalation(value), [FIELD])),
    { it: "no security context", given: container({}), finds: [`spec.containers[0].${FIELD}`] },
    {
      it: "a pod has no such setting",
      given: pod({ ...escalation(false), containers: [{}] }),
      finds: [`spec.containers[0].${FIELD}`],
    },
    {
      it: "a Linux pod",
      given: pod({ os: { name: "linux" }, containers: [{}] }),
      finds: [`spec.containers[0].${FIELD}`],
    },
  ],
  unknown: [
    ...inEachList("the field", escalation(UNKNOWN), [FIELD]),
    { it: "the system", given: pod({ os: UNKNOWN, containers: [{}] }), finds: [`spec.containers[0].${FIELD}`] },
  ],
  malformed: ["false", 0, {}].flatMap((value) => inEachList(typeof value, escalation(value), [FIELD])),
};
