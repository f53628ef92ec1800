import { rule } from "../../../../policies/rules/rbac/rbac-no-escalation.ts";
import { permissionCases } from "./permission.ts";

export const cases = permissionCases(rule, {
  group: "rbac.authorization.k8s.io",
  resources: ["roles", "clusterroles", "users", "groups", "serviceaccounts"],
  verb: "escalate",
});
