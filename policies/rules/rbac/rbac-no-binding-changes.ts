import { trivy } from "../../frameworks.ts";
import { ROLES, forbids } from "../../kubernetes/rbac.ts";
import { mandatory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** Bindings decide who may do what, so they are changed by review only. */
export const rule: ObjectRule = {
  name: "rbac-no-binding-changes",
  description: "No role may allow to create or change roles or role bindings.",
  level: mandatory,
  severity: "critical",
  framework: trivy("KSV-0050, KSV-0051"),
  remediation: "Remove the rule; roles and their bindings are declared by the program that is reviewed.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb",
  kinds: ROLES,
  checkObject: forbids(
    {
      groups: ["rbac.authorization.k8s.io"],
      resources: ["rolebindings", "clusterrolebindings", "roles", "clusterroles"],
      verbs: ["create", "update", "patch"],
    },
    "must not change roles or role bindings: who may, can hand out every right that it has; declare bindings in the program",
  ),
};
