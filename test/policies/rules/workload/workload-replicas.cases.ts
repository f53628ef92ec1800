import { rule } from "../../../../policies/rules/workload/workload-replicas.ts";
import { object, type RuleCases } from "../../cases.ts";
import { autoscaler, bystander, workload } from "../../stack-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const of = (replicas: unknown, kind?: string) => workload({ spec: { replicas } }, kind);
const FOUND = ["orders: spec.replicas"];
const KINDS = ["Deployment.apps", "StatefulSet.apps", "Rollout.argoproj.io"];
const takeover = object(
  "Rollout.argoproj.io",
  { metadata: { namespace: "shop" }, spec: { replicas: 2, workloadRef: { name: "orders" } } },
  "rollout",
);

export const cases: RuleCases = {
  rule,
  compliant: [
    ...KINDS.flatMap((kind) => [2, 3].map((replicas) => ({ it: `${kind}: ${replicas}`, given: of(replicas, kind) }))),
    { it: "an autoscaler", given: [of(undefined), autoscaler()] },
    {
      it: "KEDA, which scales Deployments by default",
      given: [
        of(undefined),
        object(
          "ScaledObject.keda.sh",
          { metadata: { namespace: "shop" }, spec: { scaleTargetRef: { name: "orders" } } },
          "scaler",
        ),
      ],
    },
    { it: "a Deployment that a Rollout has taken over", given: [of(0), takeover] },
    {
      it: "a patch that leaves it alone",
      given: [
        { ...of(undefined), type: "kubernetes:apps/v1:DeploymentPatch" },
        { ...of(2), name: "other" },
      ],
    },
    { it: "a DaemonSet has one a node", given: [workload({}, "DaemonSet.apps"), { ...of(2), name: "other" }] },
  ],
  violating: [
    ...KINDS.map((kind) => ({ it: `${kind}: by default one`, given: [of(undefined, kind), bystander], finds: FOUND })),
    ...[0, 1].map((replicas) => ({ it: String(replicas), given: [of(replicas), bystander], finds: FOUND })),
    {
      it: "an autoscaler of another",
      given: [of(1), autoscaler({ scaleTargetRef: { kind: "Deployment", name: "other" } })],
      finds: FOUND,
    },
    {
      it: "an autoscaler of another kind",
      given: [of(1), autoscaler({ scaleTargetRef: { kind: "StatefulSet", name: "orders" } })],
      finds: FOUND,
    },
    { it: "an autoscaler elsewhere", given: [of(1), autoscaler({}, { namespace: "other" })], finds: FOUND },
    {
      it: "in an old group",
      given: [{ ...of(1), type: "kubernetes:extensions/v1beta1:Deployment" }, bystander],
      finds: FOUND,
    },
  ],
  unknown: [
    { it: "the number", given: [of(UNKNOWN), bystander], finds: FOUND },
    {
      it: "what is scaled",
      given: [of(1), autoscaler({ scaleTargetRef: { kind: "Deployment", name: UNKNOWN } })],
      finds: FOUND,
    },
    {
      it: "the workload's name, which Pulumi makes",
      given: [workload({ spec: { replicas: 1 }, metadata: { name: undefined } }), autoscaler()],
      finds: FOUND,
    },
  ],
  malformed: ["3", 2.5, {}].map((replicas) => ({
    it: typeof replicas,
    given: [of(replicas), bystander],
    finds: FOUND,
  })),
};
