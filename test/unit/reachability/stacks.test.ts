import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import {
  declaredWays,
  type Declared,
  type DeclaredService,
  type DeclaredTask,
} from "../../reachability/declarations.ts";
import { namespaceOf, readWorld, type KubernetesObject } from "../../reachability/manifests.ts";
import { matrix } from "../../reachability/matrix.ts";
import { isPod, type Party, type Pod } from "../../reachability/objects.ts";
import { rendered } from "../../reachability/program.ts";

interface Stack extends Declared {
  tenants: { name: string }[];
  clusters?: { name: string; services?: string[] }[];
}

const pod = (namespace: string, name: string, labels: Record<string, string> = {}): Pod => ({
  name,
  namespace,
  labels,
  ports: [],
});

/** Who is there beside the stack: the platform, strangers, and what people run by hand in a tenant's namespace. */
function bystanders({ tenants, services = [], gateway, observability }: Stack): Party[] {
  const [first] = services;
  const imitation = { "app.kubernetes.io/name": first?.name ?? "", "app.kubernetes.io/instance": first?.name ?? "" };
  return [
    pod("kube-system", "dns", { "k8s-app": "kube-dns" }),
    pod("kube-system", "other"),
    pod(gateway?.namespace ?? "gateway", "proxy"),
    pod(observability?.namespace ?? "monitoring", "agent"),
    pod("stranger", "imitation", imitation),
    ...tenants.map(({ name }) => pod(name, "by-hand", { run: "shell" })),
    { ip: "169.254.169.254" },
    { ip: "100.100.100.200" },
    { ip: "203.0.113.7" },
    { ip: "10.20.30.40" },
  ];
}

/** Ports that anybody speaks of, and one that nobody does. */
function portsOf({ services = [], tasks = [] }: Stack): [number, string][] {
  const outside = [...services, ...tasks].flatMap(({ egress = [] }) =>
    egress.flatMap(({ ports, protocol = "TCP" }) => ports.map((port): [number, string] => [port, protocol])),
  );
  const own = services.flatMap(({ port = 8080, metricsPort = 9090, grpcPort }) => [
    port,
    metricsPort,
    grpcPort ?? port,
  ]);
  const tcp = [53, 443, 4317, 4318, 6443, 12345, ...own].map((port): [number, string] => [port, "TCP"]);
  const all: [number, string][] = [...tcp, [53, "UDP"], ...outside];
  return [...new Map(all.map((port) => [port.join("/"), port])).values()];
}

/** The ways of a tenant's pods, in and out; the platform's own are not this program's business. */
function openWays(stack: Stack, objects: KubernetesObject[]): { open: string[]; parties: Party[] } {
  const world = readWorld(objects);
  const parties = [...world.pods, ...bystanders(stack)];
  const platform = parties.filter(isPod).map(({ namespace }) => namespaceOf({ metadata: { name: namespace } }));
  const namespaces = new Map([...platform, ...world.namespaces]);
  const tenants = new Set(stack.tenants.map(({ name }) => name));
  const concerned = (party: Party) => isPod(party) && tenants.has(party.namespace);
  const pairs = parties.flatMap((from) =>
    parties.filter((to) => concerned(from) || concerned(to)).map((to): [Party, Party] => [from, to]),
  );
  return { open: matrix({ ...world, namespaces }, pairs, portsOf(stack)), parties };
}

function stackFile(name: string): Stack & Record<string, unknown> {
  const text = readFileSync(`Pulumi.${name}.yaml`, "utf8").replaceAll(/^ {2}slipway:/gm, "  ");
  return (parse(text) as { config: Stack & Record<string, unknown> }).config;
}

test.each(["dev", "prod"])("Pulumi.%s.yaml: every pod reaches what is declared and nothing else", async (name) => {
  const stack = stackFile(name);
  const [objects = []] = (await rendered(name, stack)).values();
  const { open, parties } = openWays(stack, objects);
  expect(open).toEqual(declaredWays(stack, parties));
  expect(open.length).toBeGreaterThan(3);
});

const shop = {
  environment: "prod",
  cluster: { context: "x" },
  images: { registry: "r.example.com" },
  gateway: { class: "traefik", namespace: "edge" },
  observability: { install: false, namespace: "telemetry" },
  tenants: [{ name: "shop" }, { name: "back" }],
  services: [
    {
      name: "cart",
      tenant: "shop",
      image: "a/cart:1",
      routes: [{ path: "/" }],
      calls: ["billing"],
      egress: [{ cidr: "203.0.113.0/24", ports: [5432] }],
    },
    { name: "billing", tenant: "back", image: "a/billing:1", port: 8081 },
    { name: "stock", tenant: "shop", image: "a/stock:1" },
  ],
};

test("what the matrix of a small stack says, in full", async () => {
  const [objects = []] = (await rendered("shop", shop)).values();
  const { open } = openWays(shop, objects);
  const common = (pod: string) => [
    `${pod} → kube-system/dns 53/TCP`,
    `${pod} → kube-system/dns 53/UDP`,
    `${pod} → telemetry/agent 4317/TCP`,
    `${pod} → telemetry/agent 4318/TCP`,
    `telemetry/agent → ${pod} 9090/TCP`,
  ];
  expect(open).toEqual(
    [
      ...["shop/Deployment/cart", "shop/Deployment/stock", "back/Deployment/billing"].flatMap(common),
      "edge/proxy → shop/Deployment/cart 8080/TCP",
      "shop/Deployment/cart → back/Deployment/billing 8081/TCP",
      "shop/Deployment/cart → 203.0.113.7 5432/TCP",
    ].sort(),
  );
});

test("a way that is closed at either end is closed: the matrix notices a policy that is missing", async () => {
  const [objects = []] = (await rendered("shop", shop)).values();
  const complete = openWays(shop, objects).open;
  const policies = objects.filter(({ kind }) => kind === "NetworkPolicy");
  expect(policies.length).toBe(5);
  for (const policy of policies) {
    const { open } = openWays(
      shop,
      objects.filter((object) => object !== policy),
    );
    expect(open, `${policy.metadata?.namespace}/${policy.metadata?.name}`).not.toEqual(complete);
  }
});

test("on several clusters a call is open where both are, and each cluster has its own policies", async () => {
  const clusters = [
    { name: "east", context: "e" },
    { name: "west", context: "w", services: ["billing"] },
  ];
  const objects = await rendered("twin", { ...shop, cluster: undefined, clusters });
  const [east, west] = [openWays(shop, objects.get("east") ?? []), openWays(shop, objects.get("west") ?? [])];
  expect(east.open).toContain("shop/Deployment/cart → back/Deployment/billing 8081/TCP");
  const billing = { ...shop, services: shop.services.filter(({ name }) => name === "billing") };
  const { tenants } = shop;
  expect(west.open.filter((way) => !way.includes("shop/by-hand"))).toEqual(declaredWays(billing, west.parties));
  expect(tenants).toHaveLength(2);
});

const quota = { requestsCpu: "20", requestsMemory: "20Gi", limitsCpu: "20", limitsMemory: "20Gi" };
const services = ["cart", "billing", "stock", "search"];
const tenants = ["shop", "back", "lab-tenant"];
const port = fc.integer({ min: 1024, max: 65535 });
const destination = fc.record({
  cidr: fc.constantFrom("0.0.0.0/0", "203.0.113.0/24", "10.0.0.0/8", "169.254.0.0/16", "198.51.100.1/32"),
  ports: fc.uniqueArray(fc.constantFrom(443, 5432, 53), { minLength: 1 }),
  protocol: fc.constantFrom("TCP", "UDP"),
});
const caller = {
  tenant: fc.constantFrom(...tenants),
  calls: fc.uniqueArray(fc.constantFrom(...services)),
  egress: fc.array(destination, { maxLength: 2 }),
};
const service = fc.record({
  ...caller,
  ports: fc.uniqueArray(port, { minLength: 3, maxLength: 3 }),
  grpc: fc.boolean(),
  kind: fc.constantFrom("Deployment", "StatefulSet", "DaemonSet"),
  routed: fc.boolean(),
  migrating: fc.boolean(),
});
const task = fc.record({ ...caller, leased: fc.boolean() });
const stacks = fc
  .record({
    tasks: fc.array(task, { maxLength: 2 }),
    services: fc.array(service, { minLength: services.length, maxLength: services.length }),
    namespaces: fc.uniqueArray(fc.constantFrom("edge", "traefik", "monitoring", "telemetry"), {
      minLength: 2,
      maxLength: 2,
    }),
  })
  .map(({ services: drawn, tasks, namespaces: [gateway = "", monitoring = ""] }) => ({
    environment: "dev",
    cluster: { context: "x" },
    images: { registry: "r.example.com" },
    gateway: { class: "traefik", namespace: gateway },
    observability: { install: false, namespace: monitoring },
    tenants: tenants.map((name) => ({ name, quota })),
    services: drawn.map(
      ({ ports: [main, metricsPort, grpcPort], grpc, routed, migrating, ...rest }, index): DeclaredService => {
        const name = services[index] ?? "";
        const routes = routed ? [{ path: `/${name}` }] : [];
        return {
          ...rest,
          name,
          image: `a/${name}:1`,
          port: main,
          metricsPort,
          ...(grpc && { grpcPort }),
          ...(migrating && { migration: { args: ["migrate"] } }),
          routes,
        } as DeclaredService;
      },
    ),
    tasks: tasks.map(({ leased, ...rest }, index): DeclaredTask => {
      const name = `nightly-${index}`;
      return { ...rest, name, image: "a/task:1", schedule: "0 2 * * *", ...(leased && { lease: {} }) } as DeclaredTask;
    }),
  }));

test("whatever a stack declares, its policies open exactly that", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(stacks, async (stack) => {
      const [objects = []] = (await rendered("drawn", stack)).values();
      const { open, parties } = openWays(stack, objects);
      expect(open).toEqual(declaredWays(stack, parties));
    }),
    { numRuns: 25 },
  );
});
