import { describe, expect, test } from "vitest";
import { subjects } from "../../../../components/environment/access.ts";
import { roles } from "../../../../components/environment/roles.ts";

const READ = ["get", "list", "watch"];

function verbsOn(role: keyof typeof roles, group: string, resource: string): string[] {
  const rules = roles[role] as { apiGroups: string[]; resources: string[]; verbs: string[] }[];
  return rules
    .filter((rule) => rule.apiGroups.includes(group) && rule.resources.includes(resource))
    .flatMap(({ verbs }) => verbs);
}

describe.each(["viewer", "deployer"] as const)("%s", (role) => {
  test("no wildcard, and no verb by which one could become another", () => {
    for (const rule of roles[role] as object[]) {
      for (const value of Object.values(rule).flat() as string[])
        expect(["*", "escalate", "bind", "impersonate"]).not.toContain(value);
    }
  });
  test.each([
    ["", "secrets"],
    ["", "pods/exec"],
    ["", "pods/attach"],
    ["", "pods/portforward"],
    ["", "pods/ephemeralcontainers"],
    ["", "serviceaccounts/token"],
    ["", "namespaces"],
  ])("has nothing to do with %s %s", (group, resource) => {
    expect(verbsOn(role, group, resource)).toEqual([]);
  });
  test.each([
    ["", "resourcequotas"],
    ["", "limitranges"],
    ["networking.k8s.io", "networkpolicies"],
    ["rbac.authorization.k8s.io", "roles"],
    ["rbac.authorization.k8s.io", "rolebindings"],
  ])("reads %s %s and no more", (group, resource) => {
    expect(verbsOn(role, group, resource)).toEqual(READ);
  });
});

test("a viewer changes nothing at all", () => {
  expect(new Set((roles.viewer as { verbs: string[] }[]).flatMap(({ verbs }) => verbs))).toEqual(new Set(READ));
});

test("a deployer changes workloads, restarts a pod, and makes none by hand", () => {
  expect(verbsOn("deployer", "apps", "deployments")).toEqual([...READ, "create", "update", "patch", "delete"]);
  expect(verbsOn("deployer", "", "pods")).toEqual([...READ, "delete"]);
  expect(verbsOn("deployer", "", "pods/eviction")).toEqual(["create"]);
});

test("groups, users and service accounts, as RBAC calls them", () => {
  const apiGroup = "rbac.authorization.k8s.io";
  expect(subjects({ groups: ["devs"], users: ["ann@example.com"], serviceAccounts: ["ci/deployer"] })).toEqual([
    { kind: "Group", name: "devs", apiGroup },
    { kind: "User", name: "ann@example.com", apiGroup },
    { kind: "ServiceAccount", name: "deployer", namespace: "ci" },
  ]);
});
