import { trivy } from "../../frameworks.ts";
import { ROLES, forbids } from "../../kubernetes/rbac.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** A kubelet runs commands in all pods of its node, and records none of it in the audit log. */
export const rule: ObjectRule = {
  name: "rbac-node-proxy",
  description: "No role may allow to reach kubelets through nodes/proxy.",
  level: mandatoryInProd,
  severity: "high",
  framework: trivy("KSV-0047"),
  remediation: "Remove nodes/proxy; use nodes/metrics, nodes/stats or nodes/log, which can only read.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes",
  kinds: ROLES,
  checkObject: forbids(
    { groups: [""], resources: ["nodes/proxy"], verbs: ["get", "create", "update", "patch", "delete"] },
    "must not allow nodes/proxy: through it a kubelet runs commands in every pod of its node, unaudited; use nodes/metrics",
  ),
};
