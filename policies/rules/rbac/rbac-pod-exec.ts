import { trivy } from "../../frameworks.ts";
import { ROLES, forbids } from "../../kubernetes/rbac.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** Who runs commands in a pod has its secrets, its identity and its network. */
export const rule: ObjectRule = {
  name: "rbac-pod-exec",
  description: "No role may allow to run commands in pods, attach to them or forward their ports.",
  level: mandatoryInProd,
  severity: "high",
  framework: trivy("KSV-0053"),
  remediation:
    "Remove pods/exec, pods/attach and pods/portforward; give people an ephemeral debug role with an end date instead.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation",
  kinds: ROLES,
  checkObject: forbids(
    {
      groups: [""],
      resources: ["pods/exec", "pods/attach", "pods/portforward"],
      verbs: ["create", "get", "update", "patch"],
    },
    "must not allow pods/exec, pods/attach or pods/portforward: they hand over the secrets and the identity of every pod; remove them",
  ),
};
