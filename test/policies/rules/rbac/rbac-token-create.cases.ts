import { rule } from "../../../../policies/rules/rbac/rbac-token-create.ts";
import { permissionCases } from "./permission.ts";

export const cases = permissionCases(rule, { resources: ["serviceaccounts/token"], verb: "create" });
