import { rule } from "../../../../policies/rules/workload/workload-rolling-update.ts";
import type { RuleCases } from "../../cases.ts";
import { autoscaler, service, workload } from "../../stack-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const of = (strategy: unknown, replicas?: unknown) => [workload({ spec: { strategy, replicas } }), service()];
const rolling = (maxUnavailable: unknown, maxSurge?: unknown) => ({
  type: "RollingUpdate",
  rollingUpdate: { maxUnavailable, maxSurge },
});
const MISSING = ["orders: spec.strategy.rollingUpdate.maxUnavailable"];
const EXTRA = ["orders: spec.strategy.rollingUpdate.maxSurge"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...[0, "0", "0%"].map((missing) => ({ it: `${missing} missing`, given: of(rolling(missing, 1), 10) })),
    { it: "a share that comes to nothing", given: of(rolling("25%"), 3) },
    { it: "the default share of a few pods", given: of(undefined, 3) },
  ],
  violating: [
    { it: "Recreate", given: of({ type: "Recreate" }, 2), finds: ["orders: spec.strategy.type"] },
    { it: "one missing", given: of(rolling(1), 2), finds: MISSING },
    { it: "the default share of many pods", given: of({}, 4), finds: MISSING },
    { it: "the default share of a number that changes", given: [...of({}), autoscaler()], finds: MISSING },
    { it: "no pod more", given: of(rolling(0, 0), 2), finds: EXTRA },
    { it: "no share more", given: of(rolling("0%", "0%"), 2), finds: EXTRA },
  ],
  unknown: [
    {
      it: "the type",
      given: of({ type: UNKNOWN, rollingUpdate: { maxUnavailable: 0 } }),
      finds: ["orders: spec.strategy.type"],
    },
    { it: "how many are missing", given: of(rolling(UNKNOWN), 2), finds: MISSING },
    { it: "how many there are", given: of({}, UNKNOWN), finds: MISSING },
    {
      it: "whether it is served",
      given: [
        workload({ spec: { strategy: rolling(1) } }),
        service({ selector: { "app.kubernetes.io/name": UNKNOWN } }),
      ],
      finds: MISSING,
    },
  ],
  malformed: [{ it: "nonsense", given: of(rolling("some", {}), 2), finds: [...MISSING, ...EXTRA] }],
};
