import { rule } from "../../../../policies/rules/pss/pss-baseline-windows-host-process.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachContext, pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const FIELD = "windowsOptions.hostProcess";
const hostProcess = (value: unknown) => ({ windowsOptions: { hostProcess: value } });

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "a Linux pod", given: pod({ containers: [{}] }) },
    ...[false, null].flatMap((value) => inEachContext(String(value), hostProcess(value))),
  ],
  violating: inEachContext("true", hostProcess(true), [FIELD]),
  unknown: [
    ...inEachContext("the field", hostProcess(UNKNOWN), [FIELD]),
    ...inEachContext("the context", UNKNOWN_OBJECT, [FIELD]),
  ],
  malformed: inEachContext("text", hostProcess("false"), [FIELD]),
};
