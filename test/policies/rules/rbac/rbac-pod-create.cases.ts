import { rule } from "../../../../policies/rules/rbac/rbac-pod-create.ts";
import { permissionCases } from "./permission.ts";

export const cases = permissionCases(rule, { resources: ["pods"], verb: "create" });
