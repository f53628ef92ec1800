import { trivy } from "../../frameworks.ts";
import { ROLES, forbids } from "../../kubernetes/rbac.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** Bare pods leave no trace of who wanted them; workloads made by controllers do. */
export const rule: ObjectRule = {
  name: "rbac-pod-create",
  description: "No role may allow to create or change bare pods.",
  level: mandatoryInProd,
  severity: "medium",
  framework: trivy("KSV-0048"),
  remediation: "Allow Deployments, Jobs or Rollouts instead, which are seen in review and restarted.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation",
  kinds: ROLES,
  checkObject: forbids(
    { groups: [""], resources: ["pods"], verbs: ["create", "update", "patch"] },
    "must not create or change pods: a pod can use every secret and service account of its namespace; allow the controllers' kinds instead",
  ),
};
