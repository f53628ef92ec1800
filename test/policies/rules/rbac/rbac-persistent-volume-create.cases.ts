import { rule } from "../../../../policies/rules/rbac/rbac-persistent-volume-create.ts";
import { permissionCases } from "./permission.ts";

export const cases = permissionCases(rule, { resources: ["persistentvolumes"], verb: "create" });
