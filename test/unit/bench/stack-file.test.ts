import { expect, test } from "vitest";
import { stringify } from "yaml";
import { readStack } from "../../../config/index.ts";
import { parseStackFile } from "../../../offline/stack-file.ts";
import { servicesStack } from "../../../bench/render/stack.ts";
import { stackFile } from "../../../bench/preview/stack-file.ts";

const dev = `
config:
  slipway:environment: dev
  slipway:cluster: { context: production-of-somebody }
  slipway:images: { registry: localhost:5000/slipway }
  slipway:tenants: [{ name: shop }]
  slipway:services:
    - { name: orders, tenant: shop, build: { context: services/orders }, replicas: 2, routes: [{ path: / }] }
  slipway:gateway: { class: traefik, namespace: traefik }
  slipway:tasks:
    - { name: clean-up, tenant: shop, build: { context: services/task }, schedule: 0 2 * * * }
`;

const readBack = (yaml: string) => {
  const { config, secretKeys } = parseStackFile(yaml, "bench");
  return readStack(config, secretKeys, "bench");
};

test("a benchmark has namespaces of its own, on the lab and on no other cluster, and is otherwise the dev stack", () => {
  const { clusters, tenants, services, tasks, gateway } = readBack(stackFile(dev, "bench"));
  expect(clusters.map(({ context }) => context)).toEqual(["lab"]);
  expect(tenants.map(({ name }) => name)).toEqual(["bench-shop"]);
  expect(services).toMatchObject([
    { name: "orders", tenant: "bench-shop", build: { context: "services/orders" }, replicas: 2, routes: [] },
  ]);
  expect(tasks).toMatchObject([{ name: "clean-up", tenant: "bench-shop", build: { context: "services/task" } }]);
  expect(gateway).toBeUndefined();
});

test("a service or task whose image is ready-made is not built", () => {
  const image = "localhost:5000/image@sha256:0";
  const { services, tasks } = readBack(stackFile(dev, "bench", { orders: image, "clean-up": image }));
  for (const workload of [...services, ...tasks]) {
    expect(workload).toMatchObject({ image });
    expect(workload).not.toHaveProperty("build");
  }
});

test("the stack that is rendered is one that people may write", () => {
  expect(readBack(stringify(servicesStack(100))).services).toHaveLength(100);
});
