import { trivy } from "../../frameworks.ts";
import { BINDINGS } from "../../kubernetes/rbac.ts";
import { mandatory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { not } from "../../values/truth.ts";

/** In a namespace it is still administrator of all that is in it, the secrets too. */
export const rule: ObjectRule = {
  name: "rbac-no-cluster-admin",
  description: "Nothing may be bound to cluster-admin.",
  level: mandatory,
  severity: "critical",
  framework: trivy("KSV-0111"),
  remediation: "Write a role with what is needed, and bind that.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
  kinds: BINDINGS,
  checkObject({ fields }, require) {
    const name = fields.at("roleRef", "name");
    const holds = not(name.is("cluster-admin"));
    require(holds, name, "must not be cluster-admin: it may do everything; bind a role with what is needed");
  },
};
