import { rule } from "../../../../policies/rules/rbac/rbac-node-proxy.ts";
import { permissionCases } from "./permission.ts";

export const cases = permissionCases(rule, { resources: ["nodes/proxy"], verb: "get" });
