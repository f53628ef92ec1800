import { trivy } from "../../frameworks.ts";
import { ROLES, forbids } from "../../kubernetes/rbac.ts";
import { mandatory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** These three verbs lift the rule that nobody may grant more than they have. */
export const rule: ObjectRule = {
  name: "rbac-no-escalation",
  description: "No role may allow to escalate, bind or impersonate.",
  level: mandatory,
  severity: "critical",
  framework: trivy("KSV-0043"),
  remediation: "Remove the verbs escalate, bind and impersonate; grant what is needed itself.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb",
  kinds: ROLES,
  checkObject: forbids(
    {
      groups: ["rbac.authorization.k8s.io", ""],
      resources: ["roles", "clusterroles", "users", "groups", "serviceaccounts"],
      verbs: ["escalate", "bind", "impersonate"],
    },
    "must not be escalate, bind or impersonate: who has it can make itself administrator; grant what is needed itself",
  ),
};
