import { rule } from "../../../../policies/rules/container/container-user-id.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const FIELD = "securityContext.runAsUser";
const id = (value: unknown) => ({ securityContext: { runAsUser: value } });
const both = (ofPod: unknown, own: unknown) => pod({ ...id(ofPod), containers: [{ name: "app", ...id(own) }] });
const FIRST = [`spec.containers[0].${FIELD}`];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...inEachList("its own", id(10_000)),
    { it: "the pod's", given: both(65532, undefined) },
    { it: "its own over the pod's", given: both(0, 65532) },
    { it: "a Windows pod", given: pod({ os: { name: "windows" }, containers: [{}] }) },
  ],
  violating: [
    ...[0, 1000, 9999, undefined, null].flatMap((value) => inEachList(String(value), id(value), [FIELD])),
    { it: "the pod's", given: both(1000, undefined), finds: FIRST },
    { it: "its own over the pod's", given: both(65532, 1000), finds: FIRST },
  ],
  unknown: [
    ...inEachList("its own", id(UNKNOWN), [FIELD]),
    { it: "the pod's", given: both(UNKNOWN, undefined), finds: FIRST },
  ],
  malformed: ["65532", 10_000.5, NaN, {}].flatMap((value) => inEachList(typeof value, id(value), [FIELD])),
};
