import { rule } from "../../../../policies/rules/disruption/disruption-budget-allows-eviction.ts";
import type { RuleCases } from "../../cases.ts";
import { autoscaler, budget, bystander, workload } from "../../stack-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const of = (replicas?: unknown) => workload({ spec: { replicas } });
const MOST = ["budget: spec.maxUnavailable"];
const LEAST = ["budget: spec.minAvailable"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...[1, "10%"].map((maxUnavailable) => ({
      it: `${maxUnavailable} may go`,
      given: [of(2), budget({ maxUnavailable })],
    })),
    ...[1, "50%"].map((minAvailable) => ({
      it: `${minAvailable} of 2 must stay`,
      given: [of(2), budget({ minAvailable })],
    })),
    { it: "fewer than the autoscaler keeps", given: [of(), budget({ minAvailable: 1 }), autoscaler()] },
    { it: "nothing to drain", given: [of(0), budget({ minAvailable: 1 })] },
    { it: "a DaemonSet is not drained", given: [workload({}, "DaemonSet.apps"), budget({ minAvailable: 1 })] },
  ],
  violating: [
    ...[0, "0%"].map((maxUnavailable) => ({
      it: `${maxUnavailable} may go`,
      given: [of(2), budget({ maxUnavailable })],
      finds: MOST,
    })),
    { it: "all must stay", given: [of(2), budget({ minAvailable: "100%" })], finds: LEAST },
    { it: "as many as there are", given: [of(2), budget({ minAvailable: 2 })], finds: LEAST },
    { it: "a share that comes to all", given: [of(2), budget({ minAvailable: "51%" })], finds: LEAST },
    { it: "one of one, which is the default", given: [of(), budget({ minAvailable: 1 })], finds: LEAST },
    { it: "as many as the autoscaler keeps", given: [of(), budget({ minAvailable: 2 }), autoscaler()], finds: LEAST },
  ],
  unknown: [
    { it: "how many may go", given: [of(2), budget({ maxUnavailable: UNKNOWN })], finds: MOST },
    { it: "how many there are", given: [of(UNKNOWN), budget({ minAvailable: 1 })], finds: LEAST },
    {
      it: "what the autoscaler keeps",
      given: [of(), budget({ minAvailable: 1 }), autoscaler({ minReplicas: UNKNOWN })],
      finds: LEAST,
    },
    {
      it: "what is scaled",
      given: [of(), budget({ minAvailable: 1 }), autoscaler({ scaleTargetRef: UNKNOWN })],
      finds: LEAST,
    },
  ],
  malformed: [
    {
      it: "text, which the API refuses by itself",
      given: [of(2), budget({ minAvailable: "most", maxUnavailable: {} }), bystander],
    },
  ],
};
