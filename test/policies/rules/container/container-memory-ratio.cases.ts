import { rule } from "../../../../policies/rules/container/container-memory-ratio.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const memory = (request: unknown, limit: unknown) => ({
  resources: { requests: { memory: request }, limits: { memory: limit } },
});
const LIMIT = ["resources.limits.memory"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...inEachList("equal", memory("64Mi", "64Mi")),
    ...inEachList("four times", memory("256Mi", "1Gi")),
    { it: "nothing to compare", given: pod({ containers: [memory("64Mi", undefined), memory("64Mi", "64Mi")] }) },
  ],
  violating: inEachList("more", memory("255Mi", "1Gi"), LIMIT),
  unknown: [
    ...inEachList("the limit", memory("64Mi", UNKNOWN), LIMIT),
    ...inEachList("the request", memory(UNKNOWN, "64Mi"), LIMIT),
  ],
  malformed: inEachList("no quantities, which other rules refuse", memory("some", {})),
};
