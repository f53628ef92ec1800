import { expect, test } from "vitest";
import { Dashboards, type DashboardsArgs } from "../../../../../components/observability/dashboards/index.ts";
import { recorded } from "../../recorded.ts";
import { least, most } from "./arguments.ts";

const registered = async (args: DashboardsArgs) => {
  const { resources } = await recorded(() => new Dashboards("watch-dashboards", args));
  return resources;
};

test("Grafana is one pod with an address, an identity, a policy and its files", async () => {
  const resources = await registered(most);
  expect(resources.map(({ type, name }) => `${type} ${name}`)).toEqual([
    "kubernetes:apps/v1:Deployment watch-dashboards",
    "kubernetes:core/v1:ConfigMap watch-dashboards-dashboards",
    "kubernetes:core/v1:ConfigMap watch-dashboards-datasources",
    "kubernetes:core/v1:ConfigMap watch-dashboards-platform",
    "kubernetes:core/v1:ConfigMap watch-dashboards-services",
    "kubernetes:core/v1:Secret watch-dashboards-secrets",
    "kubernetes:core/v1:Service watch-dashboards",
    "kubernetes:core/v1:ServiceAccount watch-dashboards",
    "kubernetes:networking.k8s.io/v1:NetworkPolicy watch-dashboards",
    "slipway:index:Dashboards watch-dashboards",
    "slipway:index:HashedConfig watch-dashboards-dashboards",
    "slipway:index:HashedConfig watch-dashboards-datasources",
    "slipway:index:HashedConfig watch-dashboards-platform",
    "slipway:index:HashedConfig watch-dashboards-services",
    "slipway:index:HashedSecret watch-dashboards-secrets",
    "slipway:index:Program watch-dashboards",
  ]);
});

test("the password is in a Secret, and nowhere else", async () => {
  const resources = await registered(most);
  const holding = resources.filter(({ inputs }) => JSON.stringify(inputs).includes(least.adminPassword));
  expect(holding.map(({ type }) => type)).not.toContain("kubernetes:apps/v1:Deployment");
  expect(holding.filter(({ type }) => type.startsWith("kubernetes:")).map(({ type }) => type)).toEqual([
    "kubernetes:core/v1:Secret",
  ]);
});

test("the root is read-only, and what is written goes to two folders", async () => {
  const pod = podOf(await registered(most));
  const [container] = pod.containers;
  expect(container.securityContext).toMatchObject({ readOnlyRootFilesystem: true, runAsNonRoot: true });
  const written = container.volumeMounts.filter(({ readOnly }) => readOnly !== true);
  expect(written.map(({ mountPath }) => mountPath).sort()).toEqual(["/tmp", "/var/lib/grafana"]);
  for (const { name } of written) {
    expect(pod.volumes.find((volume) => volume.name === name)).toHaveProperty("emptyDir.sizeLimit");
  }
});

test("with storage there is a claim, and what the claim is for", async () => {
  const resources = await registered({ ...most, storage: { size: "5Gi" } });
  expect(resources.map(({ type }) => type)).toContain("kubernetes:apps/v1:StatefulSet");
  expect(JSON.stringify(resources)).toContain('"storage":"5Gi"');
});

test("it may be asked from its namespace and by readers, and asks the sources alone", async () => {
  const policy = (await registered({ ...most, readers: ["gateway"] })).find(({ type }) =>
    type.endsWith(":NetworkPolicy"),
  );
  const { ingress, egress } = policy?.inputs.spec as { ingress: Rule[]; egress: Rule[] };
  const ports = (rules: Rule[]) => rules.map((rule) => rule.ports.map(({ port }) => port));
  expect(ports(ingress)).toEqual([[3000], [3000]]);
  expect(JSON.stringify(ingress)).toContain("gateway");
  expect(ports(egress)).toEqual([
    [53, 53],
    [9090, 3100, 16686],
  ]);
});

test("arguments that do not hold are refused before anything is registered", async () => {
  await expect(registered({ ...most, adminPassword: undefined })).rejects.toThrow(/^dashboards: needs exactly one/);
});

interface Rule {
  ports: { port: number }[];
}

interface Pod {
  containers: [{ securityContext: object; volumeMounts: { name: string; mountPath: string; readOnly?: boolean }[] }];
  volumes: { name: string }[];
}

function podOf(resources: Awaited<ReturnType<typeof registered>>): Pod {
  const deployment = resources.find(({ type }) => type.endsWith(":Deployment"));
  return (deployment?.inputs.spec as { template: { spec: Pod } }).template.spec;
}
