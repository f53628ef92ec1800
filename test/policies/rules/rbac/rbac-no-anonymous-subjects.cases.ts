import { rule } from "../../../../policies/rules/rbac/rbac-no-anonymous-subjects.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const binding = (name: unknown) => ({
  roleRef: { name: "view" },
  subjects: [
    { kind: "User", name: "ada" },
    { kind: "Group", name },
  ],
});

export const cases: RuleCases = {
  rule,
  compliant: onEach(rule.kinds, "a group of people", binding("shop-developers")),
  violating: ["system:anonymous", "system:unauthenticated", "system:authenticated", "system:masters"].flatMap((group) =>
    onEach(rule.kinds, group, binding(group), ["subjects[1].name"]),
  ),
  unknown: [
    ...onEach(rule.kinds, "an unknown name", binding(UNKNOWN), ["subjects[1].name"]),
    ...onEach(rule.kinds, "unknown subjects", { subjects: UNKNOWN }, ["subjects[?].name"]),
  ],
  malformed: onEach(rule.kinds, "subjects that are names", { subjects: "system:anonymous" }),
};
