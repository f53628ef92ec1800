import { rule } from "../../../../policies/rules/pss/pss-restricted-seccomp-profile-restricted.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const OF_POD = "spec.securityContext.seccompProfile.type";
const OF_CONTAINER = "spec.containers[0].securityContext.seccompProfile.type";
const setting = (type: unknown) => (type === undefined ? {} : { securityContext: { seccompProfile: { type } } });
const both = (ofPod: unknown, ofContainer: unknown, more: object = {}) =>
  pod({ ...setting(ofPod), containers: [{ name: "app", ...setting(ofContainer) }], ...more });

export const cases: RuleCases = {
  rule,
  compliant: [
    ...inEachList("every container", setting("RuntimeDefault")),
    { it: "the pod, for all", given: both("Localhost", undefined) },
    { it: "both", given: both("RuntimeDefault", "Localhost") },
    { it: "Windows", given: both(undefined, undefined, { os: { name: "windows" } }) },
  ],
  violating: [
    ...inEachList("no container is spared", setting("Unconfined"), ["securityContext.seccompProfile.type"]),
    { it: "nobody says", given: both(undefined, undefined), finds: [OF_CONTAINER] },
    { it: "the container undoes it", given: both("RuntimeDefault", "Unconfined"), finds: [OF_CONTAINER] },
    { it: "the pod is unconfined, its container not", given: both("Unconfined", "RuntimeDefault"), finds: [OF_POD] },
    { it: "the pod is unconfined", given: both("Unconfined", undefined), finds: [OF_POD, OF_CONTAINER] },
    {
      it: "a container's profile of no type does not fall back",
      given: pod({ ...setting("RuntimeDefault"), containers: [{ securityContext: { seccompProfile: {} } }] }),
      finds: [OF_CONTAINER],
    },
  ],
  unknown: [
    { it: "the pod's", given: both(UNKNOWN, undefined), finds: [OF_POD, OF_CONTAINER] },
    { it: "the container's", given: both("RuntimeDefault", UNKNOWN), finds: [OF_CONTAINER] },
    { it: "the system", given: both(undefined, undefined, { os: UNKNOWN }), finds: [OF_CONTAINER] },
  ],
  malformed: [{ it: "a number", given: both("RuntimeDefault", 1), finds: [OF_CONTAINER] }],
};
