import { expect, test } from "vitest";
import { parseStack } from "../../../config/stack.ts";

const service = (name: string, tenant: string, more: object = {}) => ({ name, tenant, image: "acme/x:1", ...more });
const valid = {
  environment: "dev",
  cluster: { context: "lab" },
  images: { registry: "localhost:5000/slipway" },
  tenants: [{ name: "shop" }, { name: "back" }],
};
const cart = service("cart", "shop", { calls: ["billing"] });
const billing = service("billing", "back", { port: 8081 });

function networksOf(stack: Record<string, unknown>) {
  const parsed = parseStack({ ...valid, ...stack }, "dev");
  if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
  return parsed.config.clusters.map(({ tenants }) =>
    Object.fromEntries(tenants.flatMap(({ services }) => services).map(({ name, network }) => [name, network])),
  );
}

test("a call that one service declares is known at both ends, with the callee's namespace and port", () => {
  const [network] = networksOf({ services: [cart, billing] });
  expect(network?.cart).toMatchObject({ calls: [{ name: "billing", namespace: "back", ports: [8081] }], callers: [] });
  expect(network?.billing).toMatchObject({ calls: [], callers: [{ name: "cart", namespace: "shop" }] });
});

test("the monitoring's namespace is `monitoring` unless the stack says otherwise", () => {
  expect(networksOf({ services: [billing] })[0]?.billing?.monitoring).toBe("monitoring");
  const observability = { install: false, namespace: "telemetry" };
  expect(networksOf({ services: [billing], observability })[0]?.billing?.monitoring).toBe("telemetry");
});

test("the gateway reaches who has routes, and who has a share of another's", () => {
  const routed = service("cart", "shop", { routes: [{ path: "/", weights: { cart: 90, next: 10 } }] });
  const gateway = { class: "traefik", namespace: "edge" };
  const services = [routed, service("next", "shop"), service("quiet", "shop")];
  const [network] = networksOf({ gateway, services });
  expect(["cart", "next", "quiet"].map((name) => network?.[name]?.gateway)).toEqual(["edge", "edge", undefined]);
});

test("callers are those of the same cluster", () => {
  const west = { name: "west", context: "w", services: ["billing"] };
  const clusters = [{ name: "east", context: "e" }, west];
  const [east, other] = networksOf({ cluster: undefined, clusters, services: [cart, billing] });
  expect(east?.billing?.callers).toHaveLength(1);
  expect(other?.billing?.callers).toEqual([]);
});

test("a service may call its own pods", () => {
  const [network] = networksOf({ services: [service("ring", "shop", { calls: ["ring"] })] });
  expect(network?.ring).toMatchObject({ calls: [{ name: "ring" }], callers: [{ name: "ring" }] });
});

const tenant = (more: object) => ({ tenants: [{ name: "shop", ...more }, { name: "back" }] });

test.each([
  [
    "a call of nobody",
    { services: [service("cart", "shop", { calls: ["ghost"] })] },
    "slipway:services[0].calls[0]: expected a name under `services` (`cart`), found \"ghost\". Fix: pulumi config set -s dev --path 'slipway:services[0].calls[0]' cart",
  ],
  [
    "a call across clusters",
    {
      cluster: undefined,
      clusters: [
        { name: "east", context: "e", services: ["cart"] },
        { name: "west", context: "w", services: ["billing"] },
      ],
      services: [cart, billing],
    },
    'slipway:services[0].calls[0]: expected a service that runs on `east` as well, where `cart` runs, found "billing"',
  ],
  [
    "a host name as an address",
    { services: [service("cart", "shop", { egress: [{ cidr: "api.example.com", ports: [443] }] })] },
    'slipway:services[0].egress[0].cidr: expected a block of addresses such as 203.0.113.0/24, found "api.example.com"',
  ],
  [
    "an address without its prefix length",
    { services: [service("cart", "shop", { egress: [{ cidr: "10.0.0.1", ports: [443] }] })] },
    'slipway:services[0].egress[0].cidr: expected a block of addresses such as 203.0.113.0/24, found "10.0.0.1"',
  ],
  [
    "the cloud's metadata address",
    { services: [service("cart", "shop", { egress: [{ cidr: "169.254.169.254/32", ports: [80] }] })] },
    "slipway:services[0].egress[0].cidr: expected a block other than the cloud's metadata address, which hands out the credentials of the node, found \"169.254.169.254/32\". Fix: pulumi config set -s dev --path 'slipway:services[0].egress[0].cidr' 203.0.113.0/24",
  ],
  [
    "no port",
    { services: [service("cart", "shop", { egress: [{ cidr: "10.0.0.0/8", ports: [] }] })] },
    "slipway:services[0].egress[0].ports: expected at least 1 of it, found []",
  ],
  [
    "a port that is none",
    { services: [service("cart", "shop", { egress: [{ cidr: "10.0.0.0/8", ports: [65536] }] })] },
    "slipway:services[0].egress[0].ports[0]: expected 65535 or less, found 65536",
  ],
  [
    "another protocol",
    { services: [service("cart", "shop", { egress: [{ cidr: "10.0.0.0/8", ports: [1], protocol: "ICMP" }] })] },
    'slipway:services[0].egress[0].protocol: expected one of `TCP`, `UDP`, found "ICMP"',
  ],
  [
    "a key that an address has not",
    { services: [service("cart", "shop", { egress: [{ cidr: "10.0.0.0/8", ports: [1], host: "x" }] })] },
    "slipway:services[0].egress[0].host: is not a key of the stack file",
  ],
  [
    "everybody as a deployer",
    tenant({ deployers: { groups: ["system:authenticated"] } }),
    'slipway:tenants[0].deployers.groups[0]: expected a name that does not begin with `system:`, found "system:authenticated"',
  ],
  [
    "a service account without its namespace",
    tenant({ viewers: { serviceAccounts: ["ci"] } }),
    "slipway:tenants[0].viewers.serviceAccounts[0]: expected `<namespace>/<name>`, found \"ci\". Fix: pulumi config set -s dev --path 'slipway:tenants[0].viewers.serviceAccounts[0]' ci/deployer",
  ],
  [
    "a quota of half a pod",
    tenant({ quota: { pods: 0.5 } }),
    "slipway:tenants[0].quota.pods: expected a whole number, found 0.5",
  ],
  [
    "an API server without an address",
    { cluster: { context: "lab", apiServer: [] } },
    "slipway:cluster.apiServer: expected at least 1 of it, found []",
  ],
  [
    "a monitoring that is no namespace",
    { observability: { install: false, namespace: "Mon" } },
    "slipway:observability.namespace: expected a lower-case name",
  ],
])("refuses %s", (_, stack, line) => {
  const parsed = parseStack({ ...valid, ...stack }, "dev");
  expect(parsed.ok ? [] : parsed.problems).toEqual([expect.stringContaining(line)]);
});
