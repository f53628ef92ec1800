import { rule } from "../../../../policies/rules/rbac/rbac-aws-auth.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { permissionCases } from "./permission.ts";

const common = permissionCases(rule, { resources: ["configmaps"], verb: "patch", namespace: "kube-system" });
const named = {
  metadata: { namespace: "kube-system" },
  rules: [{ ...{ apiGroups: [""], resources: ["configmaps"], verbs: ["patch"] }, resourceNames: ["other"] }],
};

export const cases: RuleCases = {
  ...common,
  compliant: [...common.compliant, ...onEach(rule.kinds, "limited to names", named)],
};
