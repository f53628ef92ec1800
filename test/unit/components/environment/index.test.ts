import { expect, test } from "vitest";
import { Environment, footprint } from "../../../../components/index.ts";
import { recorded } from "../recorded.ts";

const quota = { requestsCpu: "2", requestsMemory: "2Gi", limitsCpu: "4", limitsMemory: "4Gi" };

test("a tenant is a namespace that enforces `restricted` and lets no traffic through, with its quota and sizes", async () => {
  const { resources } = await recorded(() => new Environment("shop", { quota }));

  expect(resources.map(({ type, name }) => `${type} ${name}`)).toEqual([
    "kubernetes:core/v1:LimitRange shop",
    "kubernetes:core/v1:Namespace shop",
    "kubernetes:core/v1:ResourceQuota shop",
    "kubernetes:networking.k8s.io/v1:NetworkPolicy shop-default-deny",
    "slipway:index:Environment shop",
  ]);
  const inputsOf = (type: string) => resources.find((resource) => resource.type.endsWith(type))?.inputs;
  expect(inputsOf("Namespace")).toMatchObject({
    metadata: { name: "shop", labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
  });
  expect(inputsOf("ResourceQuota")).toMatchObject({
    metadata: { namespace: "shop" },
    spec: {
      hard: {
        "requests.cpu": "2",
        "requests.memory": "2Gi",
        "limits.cpu": "4",
        "limits.memory": "4Gi",
        "requests.storage": "20Gi",
        pods: "50",
        "services.nodeports": "0",
        "services.loadbalancers": "0",
      },
    },
  });
  expect(inputsOf("LimitRange")).toMatchObject({ metadata: { namespace: "shop" } });
  expect(inputsOf("NetworkPolicy")).toMatchObject({ metadata: { name: "default-deny", namespace: "shop" } });
});

test("a role and its binding exist only for those who are named", async () => {
  const viewers = { groups: ["shop-viewers"] };
  const { resources } = await recorded(() => new Environment("shop", { quota, viewers, deployers: { users: [] } }));
  const access = resources.filter(({ type }) => type.includes("rbac"));
  expect(access.map(({ type, name }) => `${type} ${name}`)).toEqual([
    "kubernetes:rbac.authorization.k8s.io/v1:Role shop-viewer",
    "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding shop-viewer",
  ]);
  expect(access[1]?.inputs).toMatchObject({
    metadata: { name: "viewer", namespace: "shop" },
    roleRef: { kind: "Role", name: "viewer" },
    subjects: [{ kind: "Group", name: "shop-viewers" }],
  });
});

test("what does not fit is refused before anything is made", async () => {
  const load = { name: "orders", ...footprint({ replicas: 100 }) };
  const creation = recorded(() => new Environment("shop", { quota, consumers: [load] }));
  await expect(creation).rejects.toThrow(/^tenant shop: its quota is too small/);
});
