import { rule } from "../../../../policies/rules/pss/pss-baseline-seccomp-profile-baseline.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachContext, pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const FIELD = "seccompProfile.type";
const profile = (type: unknown) => ({ seccompProfile: { type } });

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "nothing is said", given: pod({ containers: [{}] }) },
    ...["RuntimeDefault", "Localhost"].flatMap((type) => inEachContext(type, profile(type))),
    ...inEachContext("null", { seccompProfile: null }),
  ],
  violating: [
    ...inEachContext("Unconfined", profile("Unconfined"), [FIELD]),
    ...inEachContext("a profile of no type", { seccompProfile: {} }, [FIELD]),
  ],
  unknown: [
    ...inEachContext("the type", profile(UNKNOWN), [FIELD]),
    ...inEachContext("the profile", { seccompProfile: UNKNOWN_OBJECT }, [FIELD]),
  ],
  malformed: inEachContext("a number", profile(0), [FIELD]),
};
