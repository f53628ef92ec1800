import { rule } from "../../../../policies/rules/autoscaler/autoscaler-target.ts";
import type { RuleCases } from "../../cases.ts";
import { autoscaler, workload } from "../../stack-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const FOUND = ["scaler: spec.scaleTargetRef"];
const target = (kind: unknown, name: unknown) => autoscaler({ scaleTargetRef: { kind, name } });

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "there it is", given: [workload(), autoscaler()] },
    { it: "a Rollout", given: [workload({}, "Rollout.argoproj.io"), target("Rollout", "orders")] },
  ],
  violating: [
    { it: "another name", given: [workload(), target("Deployment", "order")], finds: FOUND },
    { it: "another kind", given: [workload(), target("StatefulSet", "orders")], finds: FOUND },
    { it: "another namespace", given: [workload(), autoscaler({}, { namespace: "other" })], finds: FOUND },
    { it: "none", given: [workload(), autoscaler({ scaleTargetRef: undefined })], finds: FOUND },
  ],
  unknown: [
    { it: "its name", given: [workload(), target("Deployment", UNKNOWN)], finds: FOUND },
    { it: "all of it", given: [workload(), autoscaler({ scaleTargetRef: UNKNOWN_OBJECT })], finds: FOUND },
    {
      it: "the workload's name, which Pulumi makes",
      given: [workload({ metadata: { name: undefined } }), autoscaler()],
      finds: FOUND,
    },
  ],
  malformed: [{ it: "text", given: [workload(), autoscaler({ scaleTargetRef: "orders" })], finds: FOUND }],
};
