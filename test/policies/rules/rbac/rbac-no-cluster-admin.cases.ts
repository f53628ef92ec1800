import { rule } from "../../../../policies/rules/rbac/rbac-no-cluster-admin.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const binding = (name: unknown) => ({ roleRef: { kind: "ClusterRole", name }, subjects: [] });

export const cases: RuleCases = {
  rule,
  compliant: onEach(rule.kinds, "a role of its own", binding("deployer")),
  violating: onEach(rule.kinds, "cluster-admin", binding("cluster-admin"), ["roleRef.name"]),
  unknown: onEach(rule.kinds, "an unknown role", binding(UNKNOWN), ["roleRef.name"]),
  malformed: onEach(rule.kinds, "a reference that is text", { roleRef: "cluster-admin" }),
};
