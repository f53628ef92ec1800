import { rule } from "../../../../policies/rules/service/service-selects-pods.ts";
import type { RuleCases } from "../../cases.ts";
import { service, workload } from "../../stack-trials.ts";
import { UNKNOWN_OBJECT } from "../../pods.ts";

const FOUND = ["service: spec.selector"];
const other = { ...service(), name: "other" };

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "pods", given: [workload(), service()] },
    {
      it: "endpoints from elsewhere",
      given: [workload(), other, service({ selector: undefined, externalName: "db.example" })],
    },
  ],
  violating: [
    { it: "other labels", given: [workload(), service({ selector: { app: "other" } })], finds: FOUND },
    {
      it: "one label too many",
      given: [workload(), service({ selector: { "app.kubernetes.io/name": "orders", v: "2" } })],
      finds: FOUND,
    },
    { it: "another namespace", given: [workload(), service({}, { namespace: "other" })], finds: FOUND },
    { it: "an empty one, which selects nothing", given: [workload(), service({ selector: {} })], finds: FOUND },
  ],
  unknown: [
    { it: "the selector", given: [workload(), service({ selector: UNKNOWN_OBJECT })], finds: FOUND },
    { it: "the labels", given: [workload({ labels: UNKNOWN_OBJECT }), service()], finds: FOUND },
  ],
  malformed: [{ it: "text", given: [workload(), service({ selector: "app=orders" })], finds: FOUND }],
};
