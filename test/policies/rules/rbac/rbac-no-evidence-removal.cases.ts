import { rule } from "../../../../policies/rules/rbac/rbac-no-evidence-removal.ts";
import { permissionCases } from "./permission.ts";

export const cases = permissionCases(rule, { resources: ["events", "pods/log"], verb: "delete" });
