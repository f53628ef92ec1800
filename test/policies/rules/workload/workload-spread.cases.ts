import { rule } from "../../../../policies/rules/workload/workload-spread.ts";
import type { RuleCases } from "../../cases.ts";
import { autoscaler, bystander, workload } from "../../stack-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const labelSelector = { matchLabels: { "app.kubernetes.io/name": "orders" } };
const term = { topologyKey: "kubernetes.io/hostname", labelSelector };
const of = (pod: object, replicas: unknown = 2) => workload({ spec: { replicas }, pod });
const affinity = (podAntiAffinity: object) => ({ affinity: { podAntiAffinity } });
const FOUND = ["orders: spec.template.spec.topologySpreadConstraints"];

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "a constraint", given: of({ topologySpreadConstraints: [term] }) },
    { it: "required", given: of(affinity({ requiredDuringSchedulingIgnoredDuringExecution: [term] })) },
    {
      it: "preferred",
      given: of(affinity({ preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }] })),
    },
    {
      it: "one pod is nowhere else",
      given: [of({}, 1), { ...of({ topologySpreadConstraints: [term] }), name: "other" }],
    },
  ],
  violating: [
    { it: "nothing", given: [of({}), bystander], finds: FOUND },
    { it: "nothing, scaled", given: [of({}, undefined), autoscaler()], finds: FOUND },
    {
      it: "a constraint that selects nothing",
      given: [of({ topologySpreadConstraints: [{ ...term, labelSelector: undefined }] }), bystander],
      finds: FOUND,
    },
    {
      it: "a constraint about others",
      given: [
        of({ topologySpreadConstraints: [{ ...term, labelSelector: { matchLabels: { app: "x" } } }] }),
        bystander,
      ],
      finds: FOUND,
    },
    {
      it: "a constraint over nothing",
      given: [of({ topologySpreadConstraints: [{ labelSelector }] }), bystander],
      finds: FOUND,
    },
  ],
  unknown: [
    { it: "the constraints", given: [of({ topologySpreadConstraints: UNKNOWN_OBJECT }), bystander], finds: FOUND },
    { it: "how many there are", given: [of({}, UNKNOWN), bystander], finds: FOUND },
  ],
  malformed: [
    { it: "text", given: [of({ topologySpreadConstraints: "hostname", affinity: [] }), bystander], finds: FOUND },
  ],
};
