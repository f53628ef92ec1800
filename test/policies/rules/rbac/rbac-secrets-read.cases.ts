import { rule } from "../../../../policies/rules/rbac/rbac-secrets-read.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { permissionCases } from "./permission.ts";

const common = permissionCases(rule, { resources: ["secrets"], verb: "list" });
const named = {
  rules: [{ ...{ apiGroups: [""], resources: ["secrets"], verbs: ["list"] }, resourceNames: ["other"] }],
};

export const cases: RuleCases = {
  ...common,
  compliant: [...common.compliant, ...onEach(rule.kinds, "limited to names", named)],
};
