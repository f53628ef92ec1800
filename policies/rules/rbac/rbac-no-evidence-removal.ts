import { trivy } from "../../frameworks.ts";
import { ROLES, forbids } from "../../kubernetes/rbac.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** Events and logs are what an intruder wants gone. */
export const rule: ObjectRule = {
  name: "rbac-no-evidence-removal",
  description: "No role may allow to delete events or logs.",
  level: mandatoryInProd,
  severity: "medium",
  framework: trivy("KSV-0042"),
  remediation: "Remove the verbs delete and deletecollection on events and pods/log.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb",
  kinds: ROLES,
  checkObject: forbids(
    { groups: ["", "events.k8s.io"], resources: ["events", "pods/log"], verbs: ["delete", "deletecollection"] },
    "must not delete events or logs: they are the evidence of what happened; remove the verbs",
  ),
};
