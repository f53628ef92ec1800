import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { Checkout } from "../checkout.ts";

/**
 * Two contexts of one stack. Both lead to the lab's API server, but each as a user who has no rights outside of his own
 * tenant's namespace: what would land on the wrong one is refused.
 */
const stack = `
config:
  slipway:environment: dev
  slipway:clusters:
    - { name: east, context: east, services: [orders] }
    - { name: west, context: west, services: [billing] }
  slipway:images: { registry: localhost:5000/twin, mirror: localhost:5000 }
  slipway:tenants: [{ name: twin-east }, { name: twin-west }]
  slipway:services:
    - { name: orders, tenant: twin-east, build: { context: services/orders } }
    - { name: billing, tenant: twin-west, build: { context: services/orders } }
`;

const SIDES = ["east", "west"] as const;

let checkout: Checkout;
let kubeconfig: string;

beforeAll(async () => {
  checkout = new Checkout("twin");
  checkout.writeStack(stack);
  for (const side of SIDES) await createUser(`twin-${side}`);
  kubeconfig = join(checkout.folder, "kubeconfig.yaml");
  writeFileSync(kubeconfig, await twoContexts());
});

afterAll(async () => {
  const namespaces = SIDES.map((side) => `twin-${side}`);
  await checkout.kubectl("delete", "namespace", "twin-users", ...namespaces, "--ignore-not-found", "--wait");
  await checkout.kubectl("delete", "clusterrole,clusterrolebinding", ...namespaces, "--ignore-not-found");
  checkout.remove();
});

/** A service account that may do everything in one namespace, which it may also have, and nothing elsewhere. */
async function createUser(namespace: string): Promise<void> {
  const kubectl = (...args: string[]) => checkout.kubectl(...args);
  if (namespace === "twin-east") await kubectl("create", "namespace", "twin-users");
  await kubectl("create", "namespace", namespace);
  await kubectl("-n", "twin-users", "create", "serviceaccount", namespace);
  const to = `--serviceaccount=twin-users:${namespace}`;
  await kubectl("-n", namespace, "create", "rolebinding", "owner", "--clusterrole=cluster-admin", to);
  const own = ["--verb=get,patch,update,delete", "--resource=namespaces", `--resource-name=${namespace}`];
  await kubectl("create", "clusterrole", namespace, ...own);
  await kubectl("create", "clusterrolebinding", namespace, `--clusterrole=${namespace}`, to);
}

async function twoContexts(): Promise<string> {
  const lab = parse(await checkout.kubectl("config", "view", "--raw")) as { clusters: { name: string }[] };
  const token = (side: string) => checkout.kubectl("-n", "twin-users", "create", "token", `twin-${side}`);
  return stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: lab.clusters,
    users: await Promise.all(SIDES.map(async (name) => ({ name, user: { token: await token(name) } }))),
    contexts: SIDES.map((name) => ({ name, context: { cluster: lab.clusters[0]?.name, user: name } })),
  });
}

async function engine(command: string): Promise<string> {
  const { exitCode, all } = await checkout.engine(command, "twin", { KUBECONFIG: kubeconfig });
  expect(exitCode, all).toBe(0);
  return all;
}

test("one up brings each service to the cluster that names it, from one build of each image", async () => {
  const said = await engine("up");
  expect(said).toContain("east-orders: http://orders.twin-east.svc:8080");
  expect(said).toContain("kubectl --context west -n twin-west port-forward service/billing 8080");

  const where = await checkout.kubectl(
    "get",
    "deployments",
    "-A",
    "-o",
    "custom-columns=:metadata.namespace,:metadata.name",
  );
  const ours = where
    .split("\n")
    .map((line) => line.split(/\s+/).join("/"))
    .filter((line) => line.startsWith("twin-"));
  expect(ours.sort()).toEqual(["twin-east/orders", "twin-west/billing"]);
});

test("each object belongs to the provider of its cluster", async () => {
  const state = JSON.parse(await checkout.tool("pulumi", "stack", "export", "--stack", "twin")) as {
    deployment: {
      resources: { urn: string; type: string; provider?: string; inputs: { metadata?: { namespace?: string } } }[];
    };
  };
  const objects = state.deployment.resources.filter(({ inputs }) => inputs?.metadata?.namespace !== undefined);
  expect(objects.length).toBeGreaterThan(8);
  for (const { urn, provider = "", inputs } of objects) {
    const side = inputs.metadata?.namespace?.replace("twin-", "") ?? "";
    expect(provider).toContain(`pulumi:providers:kubernetes::${side}::`);
    expect(urn.split("::").at(-1)).toMatch(new RegExp(`^${side}-`));
  }
});

test("a second up changes nothing, and a doctor sees both clusters", async () => {
  expect(await engine("up")).toMatch(/Resources:\s+\d+ unchanged/);
  const diagnosis = await engine("doctor");
  for (const side of SIDES) expect(diagnosis).toMatch(new RegExp(`ok +cluster +${side}: Kubernetes v`));
});

test("destroy leaves nothing on either", async () => {
  await engine("destroy");
  expect(await checkout.kubectl("get", "namespaces", "-o", "name")).not.toMatch(/twin-(east|west)/);
});
