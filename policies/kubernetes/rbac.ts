import type { ObjectRule } from "../rule.ts";
import type { Field } from "../values/field.ts";
import { and, not, or, some, type Truth } from "../values/truth.ts";

export const ROLES = ["Role.rbac.authorization.k8s.io", "ClusterRole.rbac.authorization.k8s.io"] as const;
export const CLUSTER_ROLE = "ClusterRole.rbac.authorization.k8s.io";
export const BINDINGS = [
  "RoleBinding.rbac.authorization.k8s.io",
  "ClusterRoleBinding.rbac.authorization.k8s.io",
] as const;

/** Something that a role may allow. Each list: any of them. */
export interface Permission {
  /** "" is core. */
  readonly groups: readonly string[];
  /** Plural, with its subresource: `pods/exec`. */
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** Whether a policy rule of a role allows any of it; `*` is everything, and a subresource may be allowed for all resources. */
export function allows(rule: Field, { groups, resources, verbs }: Permission): Truth {
  const covering = resources.flatMap((resource) => {
    const [, subresource] = resource.split("/");
    return subresource ? [resource, `*/${subresource}`] : [resource];
  });
  return and(
    contains(rule.at("apiGroups"), groups),
    contains(rule.at("resources"), covering),
    contains(rule.at("verbs"), verbs),
  );
}

/** Whether a list of a policy rule has one of the words, or the wildcard. */
export function contains(list: Field, words: readonly string[]): Truth {
  return some(list.items(), (item) => item.isOneOf([...words, "*"]));
}

/** Whether a policy rule is about named objects only. A list, as Kubernetes counts it: an empty one names none. */
export function isLimitedToNames(rule: Field): Truth {
  const names = rule.at("resourceNames");
  return or(...names.items().map((name) => name.test((value) => typeof value === "string")));
}

/** The check of a rule that forbids roles to allow any of it. */
export function forbids(permission: Permission, message: string): ObjectRule["checkObject"] {
  return ({ fields }, require) => {
    for (const rule of fields.at("rules").items()) require(not(allows(rule, permission)), rule.at("verbs"), message);
  };
}
