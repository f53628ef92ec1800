import { rule } from "../../../../policies/rules/pod/pod-service-account-token.ts";
import { object, type RuleCases } from "../../cases.ts";
import { bystander, workload } from "../../stack-trials.ts";
import { UNKNOWN } from "../../pods.ts";

const of = (automount: unknown, account: unknown = "orders") =>
  workload({ pod: { automountServiceAccountToken: automount, serviceAccountName: account } });
const account = (automount: unknown, name: unknown = "orders", namespace = "shop") =>
  object("ServiceAccount", { metadata: { name, namespace }, automountServiceAccountToken: automount }, "account");
const binding = (name: unknown, namespace: unknown = "shop", kind = "RoleBinding") =>
  object(`${kind}.rbac.authorization.k8s.io`, { subjects: [{ kind: "ServiceAccount", name, namespace }] }, "binding");
const FOUND = ["orders: spec.template.spec.automountServiceAccountToken"];

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "the pod says no", given: [of(false), bystander] },
    { it: "its account says no", given: [of(undefined), account(false)] },
    ...["RoleBinding", "ClusterRoleBinding"].map((kind) => ({
      it: `a ${kind}`,
      given: [of(true), binding("orders", "shop", kind)],
    })),
    { it: "no, whatever its account", given: [of(false, UNKNOWN), account(true)] },
  ],
  violating: [
    { it: "by default", given: [of(undefined), bystander], finds: FOUND },
    { it: "yes, for nothing", given: [of(true), account(false)], finds: FOUND },
    { it: "another's account", given: [of(undefined), account(false, "other")], finds: FOUND },
    { it: "the same name elsewhere", given: [of(undefined), account(false, "orders", "other")], finds: FOUND },
    { it: "another's role", given: [of(true), binding("other")], finds: FOUND },
    { it: "a role elsewhere", given: [of(true), binding("orders", "other")], finds: FOUND },
  ],
  unknown: [
    { it: "the pod's word", given: [of(UNKNOWN), bystander], finds: FOUND },
    { it: "its account", given: [of(undefined, UNKNOWN), account(false)], finds: FOUND },
    { it: "whose the role is", given: [of(true), binding(UNKNOWN)], finds: FOUND },
  ],
  malformed: [{ it: "text", given: [of("false"), bystander], finds: FOUND }],
};
