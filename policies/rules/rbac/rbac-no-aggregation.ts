import { security } from "../../frameworks.ts";
import { CLUSTER_ROLE } from "../../kubernetes/rbac.ts";
import { advisory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

const PREFIX = "rbac.authorization.k8s.io/aggregate-to-";

/** What a cluster role with such a label allows, everybody with that default role may do from then on. */
export const rule: ObjectRule = {
  name: "rbac-no-aggregation",
  description: "No cluster role should add itself to the default roles admin, edit and view.",
  level: advisory,
  severity: "medium",
  framework: security,
  remediation: "Remove the label rbac.authorization.k8s.io/aggregate-to-…, and bind the role to who needs it.",
  url: "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles",
  kinds: [CLUSTER_ROLE],
  checkObject({ fields }, require) {
    for (const role of ["admin", "edit", "view"]) {
      const label = fields.at("metadata", "labels", PREFIX + role);
      const holds = label.test((value) => value !== "true");
      require(holds, label, "should not be set: everybody who has the default role gets these rights too");
    }
  },
};
