import { trivy } from "../../frameworks.ts";
import { allows, CLUSTER_ROLE, isLimitedToNames } from "../../kubernetes/rbac.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { not, or } from "../../values/truth.ts";

const READ = { groups: [""], resources: ["secrets"], verbs: ["get", "list", "watch"] };

/** A cluster role that is bound in one namespace reads only there, but nothing in it says that it will be. */
export const rule: ObjectRule = {
  name: "rbac-secrets-read",
  description: "No cluster role may allow to read the secrets of every namespace.",
  level: mandatoryInProd,
  severity: "high",
  framework: trivy("KSV-0041, KSV-0113"),
  remediation: "Use a Role in the one namespace, or name the secrets with resourceNames.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets",
  kinds: [CLUSTER_ROLE],
  checkObject({ fields }, require) {
    for (const rule of fields.at("rules").items()) {
      require(or(not(allows(rule, READ)), isLimitedToNames(rule)), rule.at(
        "verbs",
      ), "must not read secrets without resourceNames: bound to the cluster, it reads those of every namespace; use a Role, or name them");
    }
  },
};
