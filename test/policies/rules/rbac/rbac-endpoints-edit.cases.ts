import { rule } from "../../../../policies/rules/rbac/rbac-endpoints-edit.ts";
import { permissionCases } from "./permission.ts";

export const cases = permissionCases(rule, { resources: ["endpoints", "endpointslices"], verb: "create" });
