import { rule } from "../../../../policies/rules/pod/pod-root-groups.ts";
import type { RuleCases } from "../../cases.ts";
import { pod } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const groups = (fields: object) => pod({ securityContext: fields });
const FS = "spec.securityContext.fsGroup";
const FIRST = "spec.securityContext.supplementalGroups[0]";

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "none", given: groups({}) },
    { it: "others", given: groups({ fsGroup: 65532, supplementalGroups: [4000] }) },
  ],
  violating: [
    { it: "of volumes", given: groups({ fsGroup: 0 }), finds: [FS] },
    { it: "supplemental", given: groups({ supplementalGroups: [0, 1] }), finds: [FIRST] },
  ],
  unknown: [
    { it: "of volumes", given: groups({ fsGroup: UNKNOWN }), finds: [FS] },
    { it: "one of them", given: groups({ supplementalGroups: [UNKNOWN] }), finds: [FIRST] },
    {
      it: "the list",
      given: groups({ supplementalGroups: UNKNOWN }),
      finds: ["spec.securityContext.supplementalGroups[?]"],
    },
  ],
  malformed: [{ it: "text", given: groups({ fsGroup: "0", supplementalGroups: ["0"] }), finds: [FS, FIRST] }],
};
