import { rule } from "../../../../policies/rules/workload/workload-controlled.ts";
import { object, onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const KINDS = rule.kinds;
const owned = (ownerReferences: unknown) => ({ metadata: { ownerReferences }, spec: {} });
const OWNERS = ["metadata.ownerReferences"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(KINDS, "made by a controller", owned([{ kind: "ReplicaSet", name: "orders-1" }])),
    {
      it: "a patch of what is there",
      given: [{ ...object("Pod", {}), type: "kubernetes:core/v1:PodPatch" }, object("Pod", owned([{}]), "other")],
    },
  ],
  violating: [...onEach(KINDS, "by itself", {}, OWNERS), ...onEach(KINDS, "owned by nobody", owned([]), OWNERS)],
  unknown: onEach(KINDS, "the owners", owned(UNKNOWN), OWNERS),
  malformed: onEach(KINDS, "no metadata", { metadata: "none" }, OWNERS),
};
