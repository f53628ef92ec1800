import type { rbac } from "@pulumi/kubernetes/types/input.js";

/** People and programs, as the API server knows them. Plain, because a role exists only where somebody has it. */
export interface SubjectsArgs {
  /**
   * Groups of the cluster's identity provider.
   * @default - none
   */
  groups?: string[];
  /**
   * Users of the cluster's identity provider.
   * @default - none
   */
  users?: string[];
  /**
   * Service accounts, `<namespace>/<name>`.
   * @default - none
   */
  serviceAccounts?: string[];
}

/** @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects */
export function subjects({ groups = [], users = [], serviceAccounts = [] }: SubjectsArgs): rbac.v1.Subject[] {
  const named = (kind: string, names: string[]) =>
    names.map((name) => ({ kind, name, apiGroup: "rbac.authorization.k8s.io" }));
  return [
    ...named("Group", groups),
    ...named("User", users),
    ...serviceAccounts.map((account) => {
      const [namespace = "", name = ""] = account.split("/");
      return { kind: "ServiceAccount", name, namespace };
    }),
  ];
}
