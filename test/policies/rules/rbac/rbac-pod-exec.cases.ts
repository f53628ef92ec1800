import { rule } from "../../../../policies/rules/rbac/rbac-pod-exec.ts";
import { permissionCases } from "./permission.ts";

export const cases = permissionCases(rule, {
  resources: ["pods/exec", "pods/attach", "pods/portforward"],
  verb: "create",
});
