import { rule } from "../../../../policies/rules/autoscaler/autoscaler-owns-replicas.ts";
import type { RuleCases } from "../../cases.ts";
import { autoscaler, workload } from "../../stack-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const of = (replicas: unknown) => workload({ spec: { replicas } });
const FOUND = ["orders: spec.replicas"];
const other = autoscaler({ scaleTargetRef: { kind: "Deployment", name: UNKNOWN } });

export const cases: RuleCases = {
  rule,
  compliant: [undefined, null].map((replicas) => ({ it: String(replicas), given: [of(replicas), autoscaler()] })),
  violating: [{ it: "both", given: [of(2), autoscaler()], finds: FOUND }],
  unknown: [
    { it: "the number", given: [of(UNKNOWN), autoscaler()], finds: FOUND },
    { it: "what is scaled", given: [of(2), other], finds: FOUND },
  ],
  malformed: [{ it: "text", given: [of("2"), autoscaler()], finds: FOUND }],
};
