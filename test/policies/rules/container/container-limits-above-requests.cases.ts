import { rule } from "../../../../policies/rules/container/container-limits-above-requests.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const resources = (requests: unknown, limits: unknown) => ({ resources: { requests, limits } });

export const cases: RuleCases = {
  rule,
  compliant: [
    ...inEachList("below", resources({ cpu: "100m", memory: "64Mi" }, { cpu: "1", memory: "64Mi" })),
    ...inEachList("equal in other words", resources({ memory: "1024Mi", cpu: "1000m" }, { memory: "1Gi", cpu: 1 })),
    ...inEachList("no limit", resources({ cpu: "2" }, {})),
  ],
  violating: [
    ...inEachList("memory", resources({ memory: "1Gi" }, { memory: "1000Mi" }), ["resources.limits.memory"]),
    ...inEachList("anything", resources({ "example.com/gpu": 2 }, { "example.com/gpu": 1 }), [
      "resources.limits.example.com/gpu",
    ]),
    { it: "of the pod", given: pod(resources({ cpu: 2 }, { cpu: 1 })), finds: ["spec.resources.limits.cpu"] },
  ],
  unknown: [
    ...inEachList("the request", resources({ cpu: UNKNOWN }, { cpu: "1" }), ["resources.limits.cpu"]),
    ...inEachList("all requests", resources(UNKNOWN_OBJECT, { cpu: "1" }), ["resources.limits.cpu"]),
    ...inEachList("the limits", resources({ cpu: "1" }, UNKNOWN_OBJECT), ["resources.limits.cpu"]),
  ],
  malformed: [
    { it: "no quantities, which other rules refuse", given: pod(resources({ cpu: "much" }, { cpu: "little" })) },
  ],
};
