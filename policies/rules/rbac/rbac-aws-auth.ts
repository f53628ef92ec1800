import { security } from "../../frameworks.ts";
import { allows, ROLES } from "../../kubernetes/rbac.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { and, not, or, some, type Truth } from "../../values/truth.ts";

const CHANGE = { groups: [""], resources: ["configmaps"], verbs: ["update", "patch", "delete"] };

/** EKS reads from this ConfigMap which AWS identity is which user; a role for all ConfigMaps of kube-system includes it. */
export const rule: ObjectRule = {
  name: "rbac-aws-auth",
  description: "No role may allow to change the ConfigMap aws-auth.",
  level: mandatoryInProd,
  severity: "critical",
  framework: security,
  remediation: "Name the ConfigMaps that are meant with resourceNames, and use EKS access entries instead of aws-auth.",
  url: "https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html",
  kinds: ROLES,
  checkObject({ kind, fields }, require) {
    const inKubeSystem = or(kind.startsWith("ClusterRole"), fields.at("metadata", "namespace").is("kube-system"));
    for (const rule of fields.at("rules").items()) {
      require(not(and(inKubeSystem, allows(rule, CHANGE), isAboutAwsAuth(rule))), rule.at(
        "verbs",
      ), "must not change the ConfigMap aws-auth: it maps AWS identities to administrators; name the ConfigMaps that are meant with resourceNames");
    }
  },
};

/** It is unless other ConfigMaps are named. */
function isAboutAwsAuth(rule: Field): Truth {
  const names = rule.at("resourceNames").items();
  return or(
    names.length === 0,
    some(names, (name) => name.is("aws-auth")),
  );
}
