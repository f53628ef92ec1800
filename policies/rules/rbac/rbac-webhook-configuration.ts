import { trivy } from "../../frameworks.ts";
import { CLUSTER_ROLE, forbids } from "../../kubernetes/rbac.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** An admission webhook sees and changes whatever is created in the cluster. */
export const rule: ObjectRule = {
  name: "rbac-webhook-configuration",
  description: "No cluster role may allow to change admission webhooks.",
  level: mandatoryInProd,
  severity: "high",
  framework: trivy("KSV-0114"),
  remediation: "Remove the rule, or name the one configuration with resourceNames.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks",
  kinds: [CLUSTER_ROLE],
  checkObject: forbids(
    {
      groups: ["admissionregistration.k8s.io"],
      resources: ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"],
      verbs: ["create", "update", "patch", "delete"],
    },
    "must not change admission webhooks: they see every object, secrets too, and may change it; name the one that is needed with resourceNames",
  ),
};
