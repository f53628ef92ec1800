import { security } from "../../frameworks.ts";
import { ROLES, forbids } from "../../kubernetes/rbac.ts";
import { advisory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** Endpoints point a Service, and every load balancer before it, to any address (CVE-2021-25740). */
export const rule: ObjectRule = {
  name: "rbac-endpoints-edit",
  description: "No role should allow to change endpoints.",
  level: advisory,
  severity: "medium",
  framework: security,
  remediation: "Remove the rule; endpoints are made by the cluster from selectors.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#write-access-for-endpoints",
  kinds: ROLES,
  checkObject: forbids(
    {
      groups: ["", "discovery.k8s.io"],
      resources: ["endpoints", "endpointslices"],
      verbs: ["create", "update", "patch"],
    },
    "should not change endpoints: they send the traffic of a Service anywhere, across namespaces; let selectors make them",
  ),
};
