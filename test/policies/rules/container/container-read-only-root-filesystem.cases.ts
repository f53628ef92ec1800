import { rule } from "../../../../policies/rules/container/container-read-only-root-filesystem.ts";
import type { RuleCases } from "../../cases.ts";
import { container, inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const FIELD = "securityContext.readOnlyRootFilesystem";
const readOnly = (value: unknown) => ({ securityContext: { readOnlyRootFilesystem: value } });

export const cases: RuleCases = {
  rule,
  compliant: [
    ...inEachList("true", readOnly(true)),
    { it: "a Windows pod", given: pod({ os: { name: "windows" }, containers: [{}] }) },
  ],
  violating: [
    ...[false, undefined, null].flatMap((value) => inEachList(String(value), readOnly(value), [FIELD])),
    {
      it: "a pod has no such setting",
      given: pod({ ...readOnly(true), containers: [{}] }),
      finds: [`spec.containers[0].${FIELD}`],
    },
  ],
  unknown: [
    ...inEachList("the field", readOnly(UNKNOWN), [FIELD]),
    {
      it: "the context",
      given: container({ securityContext: UNKNOWN_OBJECT }),
      finds: [`spec.containers[0].${FIELD}`],
    },
  ],
  malformed: inEachList("text", readOnly("true"), [FIELD]),
};
