import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Checkout } from "./checkout.ts";

/** Two tenants on the real API server: what their people may do, and what is let into their namespaces. */
const stack = `
config:
  slipway:environment: dev
  slipway:cluster: { context: lab }
  slipway:images: { registry: localhost:5000/tenancy, mirror: localhost:5000 }
  slipway:tenants:
    - name: tenancy-shop
      deployers: { groups: [shop-developers], serviceAccounts: [tenancy-back/deployer] }
      viewers: { users: [ann@example.com] }
    - name: tenancy-back
`;

const TENANTS = ["tenancy-shop", "tenancy-back"];
const POD = { image: "localhost:5000/none:1", labels: { run: "shell" } };

let checkout: Checkout;

beforeAll(async () => {
  checkout = new Checkout("tenancy");
  checkout.writeStack(stack);
  const { exitCode, all } = await checkout.engine("up");
  expect(exitCode, all).toBe(0);
});

afterAll(async () => {
  const { exitCode, all } = await checkout.engine("destroy");
  expect(exitCode, all).toBe(0);
  checkout.remove();
});

const people = {
  deployer: ["--as=bob", "--as-group=shop-developers"],
  pipeline: ["--as=system:serviceaccount:tenancy-back:deployer"],
  viewer: ["--as=ann@example.com"],
  stranger: ["--as=eve", "--as-group=system:authenticated"],
};
type Person = keyof typeof people;

async function may(person: Person, verb: string, resource: string, namespace = "tenancy-shop"): Promise<boolean> {
  // After a slash kubectl expects the name of an object.
  const [whole = "", part] = resource.split("/");
  const subresource = part === undefined ? [] : [`--subresource=${part}`];
  const args = ["auth", "can-i", verb, whole, ...subresource, "-n", namespace, ...people[person]];
  const { stdout } = await execa("kubectl", args, { reject: false });
  expect(stdout, args.join(" ")).toMatch(/^(yes|no)/);
  return stdout.startsWith("yes");
}

/** Verb, resource, and who may. */
const table: [string, string, Person[]][] = [
  ["get", "deployments.apps", ["deployer", "pipeline", "viewer"]],
  ["get", "pods/log", ["deployer", "pipeline", "viewer"]],
  ["list", "events", ["deployer", "pipeline", "viewer"]],
  ["get", "resourcequotas", ["deployer", "pipeline", "viewer"]],
  ["get", "networkpolicies.networking.k8s.io", ["deployer", "pipeline", "viewer"]],
  ["patch", "deployments.apps", ["deployer", "pipeline"]],
  ["update", "deployments.apps/scale", ["deployer", "pipeline"]],
  ["create", "services", ["deployer", "pipeline"]],
  ["delete", "pods", ["deployer", "pipeline"]],
  ["create", "pods/eviction", ["deployer", "pipeline"]],
  ["create", "cronjobs.batch", ["deployer", "pipeline"]],
  ["patch", "httproutes.gateway.networking.k8s.io", ["deployer", "pipeline"]],
  ["get", "secrets", []],
  ["list", "secrets", []],
  ["create", "secrets", []],
  ["create", "pods", []],
  ["create", "pods/exec", []],
  ["create", "serviceaccounts/token", []],
  ["update", "resourcequotas", []],
  ["delete", "resourcequotas", []],
  ["patch", "limitranges", []],
  ["create", "networkpolicies.networking.k8s.io", []],
  ["delete", "networkpolicies.networking.k8s.io", []],
  ["create", "rolebindings.rbac.authorization.k8s.io", []],
  ["update", "roles.rbac.authorization.k8s.io", []],
  ["escalate", "roles.rbac.authorization.k8s.io", []],
  ["bind", "roles.rbac.authorization.k8s.io", []],
  ["patch", "namespaces", []],
  ["delete", "namespaces", []],
  ["impersonate", "users", []],
  ["list", "nodes", []],
];

test.each(table)("%s %s: %j", async (verb, resource, allowed) => {
  const everybody = Object.keys(people) as Person[];
  const answers = await Promise.all(everybody.map((person) => may(person, verb, resource)));
  expect(everybody.filter((_, index) => answers[index])).toEqual(allowed);
});

test("nobody of one tenant may do anything in the namespace of another", async () => {
  for (const person of ["deployer", "pipeline", "viewer"] as const) {
    for (const resource of ["deployments.apps", "pods", "configmaps"]) {
      expect(await may(person, "get", resource, "tenancy-back")).toBe(false);
    }
  }
});

/** Asks the API server whether it would take an object, without leaving it there. */
async function offered(spec: Record<string, unknown>, kind = "Pod") {
  const object = { apiVersion: "v1", kind, metadata: { name: "offered", namespace: "tenancy-shop" }, spec };
  const { exitCode, stdout, stderr } = await execa("kubectl", ["create", "--dry-run=server", "-o=json", "-f", "-"], {
    input: JSON.stringify(object),
    reject: false,
  });
  return { taken: exitCode === 0, stdout, stderr };
}

const container = (more: object = {}) => ({
  name: "shell",
  image: POD.image,
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
  ...more,
});
const restricted = { securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } } };

describe("the API server", () => {
  test("gives a pod without resources those of the limit range", async () => {
    const { taken, stdout, stderr } = await offered({ ...restricted, containers: [container()] });
    expect(taken, stderr).toBe(true);
    const { spec } = JSON.parse(stdout) as { spec: { containers: { resources: object }[] } };
    expect(spec.containers[0]?.resources).toEqual({
      requests: { cpu: "100m", memory: "128Mi" },
      limits: { cpu: "500m", memory: "256Mi" },
    });
  });
  test.each([
    [
      "a pod that is not `restricted`",
      { containers: [container({ securityContext: { privileged: true } })] },
      "Pod",
      /violates PodSecurity "restricted:/,
    ],
    [
      "a container larger than the whole quota",
      { ...restricted, containers: [container({ resources: { limits: { cpu: "5" } } })] },
      "Pod",
      /maximum cpu usage per Container is 4, but limit is 5/,
    ],
    [
      "a node port",
      { type: "NodePort", ports: [{ port: 80 }] },
      "Service",
      /exceeded quota: tenancy-shop, requested: services.nodeports=1/,
    ],
    [
      "a load balancer",
      { type: "LoadBalancer", ports: [{ port: 80 }] },
      "Service",
      /exceeded quota: tenancy-shop, requested: .*services.loadbalancers=1/,
    ],
  ])("refuses %s", async (_, spec, kind, reason) => {
    const { taken, stderr } = await offered(spec, kind);
    expect(taken).toBe(false);
    expect(stderr).toMatch(reason);
  });
});

test("every tenant has its closed door", async () => {
  for (const namespace of TENANTS) {
    const policy = await checkout.kubectl(
      "-n",
      namespace,
      "get",
      "networkpolicy",
      "default-deny",
      "-o",
      "jsonpath={.spec}",
    );
    expect(JSON.parse(policy)).toEqual({ podSelector: {}, policyTypes: ["Ingress", "Egress"] });
  }
});

test("what would not fit is refused with the arithmetic, and nothing is touched", async () => {
  const service = "[{ name: orders, tenant: tenancy-shop, image: a/b:1, replicas: 20 }]";
  checkout.writeStack(`${stack}  slipway:services: ${service}\n`);
  const { exitCode, all } = await checkout.engine("up");
  checkout.writeStack(stack);
  expect(exitCode).not.toBe(0);
  expect(all).toMatch(/tenant tenancy-shop: its quota is too small[^]*orders +21 × 500m = +10500m[^]*missing +6500m/);
  expect(await checkout.kubectl("-n", "tenancy-shop", "get", "deployments,serviceaccounts", "-o", "name")).toBe(
    "serviceaccount/default",
  );
});
