import { rule } from "../../../../policies/rules/workload/workload-disruption-budget.ts";
import type { RuleCases } from "../../cases.ts";
import { autoscaler, budget, bystander, workload } from "../../stack-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const of = (replicas: unknown, labels?: unknown) =>
  workload({ spec: { replicas }, ...(labels === undefined ? {} : { labels }) });
const FOUND = ["orders: spec.template.metadata.labels"];
const selecting = (selector: unknown, metadata?: object) => budget({ maxUnavailable: 1, selector }, metadata);

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "a budget", given: [of(2), budget()] },
    {
      it: "by expression",
      given: [
        of(2),
        selecting({ matchExpressions: [{ key: "app.kubernetes.io/name", operator: "In", values: ["orders"] }] }),
      ],
    },
    { it: "of all pods of the namespace", given: [of(2), selecting({})] },
    {
      it: "both in the default namespace, one by name",
      given: [
        workload({ spec: { replicas: 2 }, metadata: { namespace: undefined } }),
        budget({ maxUnavailable: 1 }, { namespace: "default" }),
      ],
    },
    { it: "one pod needs none", given: [of(1), { ...of(2), name: "other" }, budget()] },
  ],
  violating: [
    { it: "none", given: [of(2), bystander], finds: FOUND },
    { it: "none, scaled", given: [of(undefined), autoscaler()], finds: FOUND },
    { it: "of another namespace", given: [of(2), budget({ maxUnavailable: 1 }, { namespace: "other" })], finds: FOUND },
    { it: "of other pods", given: [of(2), selecting({ matchLabels: { app: "other" } })], finds: FOUND },
    { it: "of none", given: [of(2), selecting(undefined)], finds: FOUND },
  ],
  unknown: [
    { it: "what it selects", given: [of(2), selecting(UNKNOWN_OBJECT)], finds: FOUND },
    { it: "the pods' labels", given: [of(2, UNKNOWN_OBJECT), budget()], finds: FOUND },
    { it: "its namespace", given: [of(2), budget({}, { namespace: UNKNOWN })], finds: FOUND },
    { it: "how many there are", given: [of(UNKNOWN), bystander], finds: FOUND },
  ],
  malformed: [{ it: "no selector", given: [of(2), selecting("app=orders")], finds: FOUND }],
};
