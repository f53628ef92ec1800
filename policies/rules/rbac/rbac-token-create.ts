import { trivy } from "../../frameworks.ts";
import { ROLES, forbids } from "../../kubernetes/rbac.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** A token of a service account is that account, outside of any pod. */
export const rule: ObjectRule = {
  name: "rbac-token-create",
  description: "No role may allow to create tokens of service accounts.",
  level: mandatoryInProd,
  severity: "high",
  framework: trivy("KSV-0043"),
  remediation: "Remove serviceaccounts/token, or name the one account with resourceNames.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request",
  kinds: ROLES,
  checkObject: forbids(
    { groups: [""], resources: ["serviceaccounts/token"], verbs: ["create"] },
    "must not create tokens: a token acts as its service account, whatever rights that has; name the one account with resourceNames",
  ),
};
