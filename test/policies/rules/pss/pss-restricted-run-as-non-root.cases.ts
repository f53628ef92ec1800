import { rule } from "../../../../policies/rules/pss/pss-restricted-run-as-non-root.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const OF_POD = "spec.securityContext.runAsNonRoot";
const OF_CONTAINER = "spec.containers[0].securityContext.runAsNonRoot";
const setting = (value: unknown) => ({ securityContext: { runAsNonRoot: value } });

/** A pod with one container; undefined leaves the setting out. */
const both = (ofPod: unknown, ofContainer: unknown, more: object = {}) =>
  pod({ ...setting(ofPod), containers: [{ name: "app", ...setting(ofContainer) }], ...more });

export const cases: RuleCases = {
  rule,
  compliant: [
    ...inEachList("every container", setting(true)),
    { it: "the pod, for all", given: both(true, undefined) },
    { it: "both", given: both(true, true) },
    { it: "the container alone", given: both(undefined, true) },
    { it: "a user namespace frees the pod, whatever it says", given: both(false, false, { hostUsers: false }) },
    { it: "a setting that cannot matter", given: both(true, UNKNOWN, { hostUsers: false }) },
    { it: "a user namespace that cannot matter", given: both(true, true, { hostUsers: UNKNOWN }) },
    { it: "Windows", given: both(true, undefined, { os: { name: "windows" } }) },
  ],
  violating: [
    ...inEachList("no container is spared", setting(false), ["securityContext.runAsNonRoot"]),
    { it: "nobody says", given: both(undefined, undefined), finds: [OF_CONTAINER] },
    { it: "null says nothing", given: both(null, null), finds: [OF_CONTAINER] },
    { it: "the container undoes it", given: both(true, false), finds: [OF_CONTAINER] },
    { it: "the pod says no, its containers yes", given: both(false, true), finds: [OF_POD] },
    { it: "the pod says no", given: both(false, undefined), finds: [OF_POD, OF_CONTAINER] },
    { it: "the node's users", given: both(false, true, { hostUsers: true }), finds: [OF_POD] },
    {
      it: "Windows is not exempt",
      given: both(undefined, undefined, { os: { name: "windows" } }),
      finds: [OF_CONTAINER],
    },
  ],
  unknown: [
    { it: "the pod's", given: both(UNKNOWN, undefined), finds: [OF_POD, OF_CONTAINER] },
    { it: "the pod's, which the container does not need", given: both(UNKNOWN, true), finds: [OF_POD] },
    { it: "the user namespace", given: both(true, false, { hostUsers: UNKNOWN }), finds: [OF_CONTAINER] },
  ],
  malformed: [
    ...["true", 1, {}].map((value) => ({ it: typeof value, given: both(true, value), finds: [OF_CONTAINER] })),
    ...["true", 1, {}].map((value) => ({
      it: `pod: ${typeof value}`,
      given: both(value, undefined),
      finds: [OF_CONTAINER],
    })),
    ...["false", 0].map((value) => ({
      it: `a user namespace in another way: ${value}`,
      given: both(false, true, { hostUsers: value }),
      finds: [OF_POD],
    })),
  ],
};
