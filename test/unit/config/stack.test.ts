import { expect, test } from "vitest";
import { parseStack } from "../../../config/stack.ts";

const valid = {
  environment: "dev",
  cluster: { context: "lab" },
  images: { registry: "localhost:5000/slipway" },
  tenants: [{ name: "shop" }],
  services: [{ name: "orders", tenant: "shop", build: { context: "services/orders" } }],
};

function problemsOf(stack: Record<string, unknown>): string[] {
  const parsed = parseStack(stack, "dev");
  return parsed.ok ? [] : parsed.problems;
}

function withService(service: Record<string, unknown>) {
  return { ...valid, services: [{ ...valid.services[0], ...service }] };
}

test("fills in the defaults of a service and of a tenant's quota", () => {
  const parsed = parseStack(valid, "dev");
  expect(parsed).toMatchObject({
    ok: true,
    config: {
      tenants: [{ quota: { requestsCpu: "2", requestsMemory: "2Gi", limitsCpu: "4", limitsMemory: "4Gi" } }],
      services: [{ profile: "web", replicas: 1, port: 8080, metricsPort: 9090, env: {} }],
    },
  });
});

test.each([
  ["dev", 1],
  ["staging", 2],
  ["prod", 3],
])("%s runs %i replicas unless the service says otherwise", (environment, replicas) => {
  expect(parseStack({ ...valid, environment }, "x")).toMatchObject({ config: { services: [{ replicas }] } });
  expect(parseStack({ ...withService({ replicas: 5 }), environment }, "x")).toMatchObject({
    config: { services: [{ replicas: 5 }] },
  });
});

test("reports every problem at once, each with its path, what was expected and the command that fixes it", () => {
  const problems = problemsOf({ ...withService({ replicas: "three", tenant: "nope" }), environment: "devel" });
  expect(problems).toEqual([
    "slipway:environment: expected one of `dev`, `staging`, `prod`, found \"devel\". Fix: pulumi config set -s dev --path 'slipway:environment' dev",
    "slipway:services[0].replicas: expected a number, found \"three\". Fix: pulumi config set -s dev --path 'slipway:services[0].replicas' 3",
    "slipway:services[0].tenant: expected a name under `tenants` (`shop`), found \"nope\". Fix: pulumi config set -s dev --path 'slipway:services[0].tenant' shop",
  ]);
});

test.each([
  ["a missing key", { ...valid, images: undefined }, "slipway:images: expected a map of keys, found nothing"],
  ["an unknown key", { ...valid, fleet: {} }, "slipway:fleet: is not a key of the stack file. Fix: pulumi config rm"],
  [
    "an unknown key of a service",
    withService({ replica: 2 }),
    "slipway:services[0].replica: is not a key of the stack file",
  ],
  [
    "a fraction of a replica",
    withService({ replicas: 1.5 }),
    "slipway:services[0].replicas: expected a whole number, found 1.5",
  ],
  ["no replicas", withService({ replicas: 0 }), "slipway:services[0].replicas: expected 1 or more, found 0"],
  [
    "too many replicas",
    withService({ replicas: 101 }),
    "slipway:services[0].replicas: expected 100 or less, found 101",
  ],
  ["a privileged port", withService({ port: 80 }), "slipway:services[0].port: expected 1024 or more, found 80"],
  [
    "one port for two servers",
    withService({ port: 9090 }),
    "slipway:services[0].metricsPort: expected a port other than `port` (9090)",
  ],
  [
    "an unknown profile",
    withService({ profile: "huge" }),
    'slipway:services[0].profile: expected one of `web`, `batch`, `cache`, found "huge"',
  ],
  [
    "a name that is no DNS label",
    withService({ name: "Orders_1" }),
    "slipway:services[0].name: expected a lower-case name",
  ],
  [
    "both build and image",
    withService({ image: "acme/orders:1" }),
    "slipway:services[0].build: expected exactly one of `build` and `image`",
  ],
  [
    "neither build nor image",
    withService({ build: undefined }),
    "slipway:services[0].build: expected exactly one of `build` and `image`",
  ],
  [
    "a name that is no variable",
    withService({ env: { "A-B": "x" } }),
    "slipway:services[0].env.A-B: is not a variable name. Fix: pulumi config rm",
  ],
  [
    "a variable that is no text",
    withService({ env: { A: 1 } }),
    "slipway:services[0].env.A: expected text, found 1. Fix: pulumi config set -s dev --path 'slipway:services[0].env.A' info",
  ],
  [
    "an unknown platform",
    withService({ build: { context: "x", platforms: ["linux/sparc"] } }),
    "slipway:services[0].build.platforms[0]: expected one of `linux/amd64`, `linux/arm64`",
  ],
  [
    "a registry with a scheme",
    { ...valid, images: { registry: "https://r.example.com" } },
    "slipway:images.registry: expected a registry with an optional path and no scheme",
  ],
  [
    "a quota that is no quantity",
    { ...valid, tenants: [{ name: "shop", quota: { limitsCpu: "four" } }] },
    'slipway:tenants[0].quota.limitsCpu: expected a quantity such as 4, found "four"',
  ],
  [
    "two tenants of one name",
    { ...valid, tenants: [{ name: "shop" }, { name: "shop" }] },
    'slipway:tenants[1].name: expected a name that is not taken, found "shop"',
  ],
  [
    "two services of one name",
    { ...valid, services: [valid.services[0], valid.services[0]] },
    'slipway:services[1].name: expected a name that is not taken, found "orders"',
  ],
  ["no tenant at all", { ...valid, tenants: [], services: [] }, "slipway:tenants: expected at least 1 of it, found []"],
  ["a list where a map belongs", { ...valid, cluster: [] }, "slipway:cluster: expected a map of keys, found []"],
  [
    "a service that is no map",
    { ...valid, services: ["orders"] },
    'slipway:services[0]: expected a map of keys, found "orders"',
  ],
])("refuses %s", (_, stack, line) => {
  const problems = problemsOf(stack);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(line);
});

test("takes a bare number as a quantity, as YAML users write it", () => {
  expect(parseStack({ ...valid, tenants: [{ name: "shop", quota: { requestsCpu: 2 } }] }, "dev")).toMatchObject({
    config: { tenants: [{ quota: { requestsCpu: "2" } }] },
  });
});
