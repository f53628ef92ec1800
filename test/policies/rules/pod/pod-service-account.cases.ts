import { rule } from "../../../../policies/rules/pod/pod-service-account.ts";
import type { RuleCases } from "../../cases.ts";
import { pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const NAME = ["spec.serviceAccountName"];

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "its own", given: pod({ serviceAccountName: "orders" }) },
    { it: "by the old name of the field", given: pod({ serviceAccount: "orders" }) },
  ],
  violating: [
    ...[undefined, null, "", "default"].map((name) => ({
      it: JSON.stringify(name) ?? "none",
      given: pod({ serviceAccountName: name }),
      finds: NAME,
    })),
    { it: "the default one by the old name", given: pod({ serviceAccount: "default" }), finds: NAME },
  ],
  unknown: [
    { it: "the name", given: pod({ serviceAccountName: UNKNOWN }), finds: NAME },
    { it: "the pod", given: pod(UNKNOWN_OBJECT), finds: NAME },
  ],
  malformed: [{ it: "null in both", given: pod({ serviceAccountName: null, serviceAccount: null }), finds: NAME }],
};
