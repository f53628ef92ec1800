import { rule } from "../../../../policies/rules/rbac/rbac-no-binding-changes.ts";
import { permissionCases } from "./permission.ts";

export const cases = permissionCases(rule, {
  group: "rbac.authorization.k8s.io",
  resources: ["rolebindings", "clusterrolebindings", "roles", "clusterroles"],
  verb: "create",
});
