import { trivy } from "../../frameworks.ts";
import { ROLES } from "../../kubernetes/rbac.ts";
import { mandatory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { not, some } from "../../values/truth.ts";

const LISTS = ["apiGroups", "resources", "verbs", "nonResourceURLs"] as const;

/** A wildcard also allows what will be added to the cluster tomorrow. */
export const rule: ObjectRule = {
  name: "rbac-no-wildcards",
  description: "No role may allow every verb, every resource or every API group.",
  level: mandatory,
  severity: "critical",
  framework: trivy("KSV-0044, KSV-0045, KSV-0046"),
  remediation: "List the API groups, resources and verbs that are needed.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
  kinds: ROLES,
  checkObject({ fields }, require) {
    for (const rule of fields.at("rules").items()) {
      for (const list of LISTS) {
        const wildcard = some(rule.at(list).items(), (item) => item.is("*"));
        require(not(wildcard), rule.at(
          list,
        ), "must not hold *: it allows what nobody thought of, now and later; list what is needed");
      }
    }
  },
};
