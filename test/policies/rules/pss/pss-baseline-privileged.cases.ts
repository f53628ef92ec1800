import { rule } from "../../../../policies/rules/pss/pss-baseline-privileged.ts";
import type { RuleCases } from "../../cases.ts";
import { container, inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const FIELD = "securityContext.privileged";
const privileged = (value: unknown) => ({ securityContext: { privileged: value } });

export const cases: RuleCases = {
  rule,
  compliant: [
    ...[false, undefined, null].flatMap((value) => inEachList(String(value), privileged(value))),
    { it: "no security context", given: container({}) },
  ],
  violating: [
    ...inEachList("true", privileged(true), [FIELD]),
    {
      it: "only the privileged container is blamed",
      given: pod({ containers: [{ name: "good" }, { name: "app", ...privileged(true) }, { name: "also-good" }] }),
      finds: [`spec.containers[1].${FIELD}`],
    },
  ],
  unknown: [
    ...inEachList("the field", privileged(UNKNOWN), [FIELD]),
    { it: "the containers", given: pod({ containers: UNKNOWN_OBJECT }), finds: [`spec.containers[?].${FIELD}`] },
  ],
  malformed: ["true", 1, {}, [true]].flatMap((value) => inEachList(typeof value, privileged(value), [FIELD])),
};
