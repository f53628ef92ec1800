import { expect, test } from "vitest";
import { BuiltImage, Environment, HashedConfig, HashedSecret, Program, Service } from "../../../components/index.ts";
import { recorded } from "./recorded.ts";

const owner = { apiVersion: "v1", kind: "ServiceAccount", name: "thing", uid: "u" };
const program = {
  namespace: "shop",
  image: "r.dev/a@sha256:00",
  kind: "StatefulSet" as const,
  replicas: 2,
  ports: [{ name: "http-metrics", port: 9090 }],
  probes: { readiness: { path: "/-/ready", port: 9090 } },
  resources: { cpu: { request: "50m", limit: "500m" }, memory: { request: "64Mi", limit: "128Mi" } },
  rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["list"] }],
  folders: [{ mountPath: "/etc/thing", files: { "a.yaml": "b" } }],
};
const quota = { requestsCpu: "2", requestsMemory: "2Gi", limitsCpu: "4", limitsMemory: "4Gi" };

test.each([
  ["Environment", () => new Environment("thing", { quota })],
  ["HashedConfig", () => new HashedConfig("thing", { namespace: "shop", files: {}, owner })],
  ["HashedSecret", () => new HashedSecret("thing", { namespace: "shop", values: {}, owner })],
  ["BuiltImage", () => new BuiltImage("thing", { build: { context: "." }, registry: "r.dev" })],
  ["Program", () => new Program("thing", program)],
  ["Service", () => new Service("thing", { namespace: "shop", image: "r.dev/a@sha256:00", replicas: 2 })],
])("%s: the type token and every child's name follow from the component's name", async (type, create) => {
  const { resources } = await recorded(create);
  expect(resources.map((resource) => resource.type)).toContain(`slipway:index:${type}`);
  for (const { name } of resources) expect(name).toMatch(/^thing(-[a-z-]+)?$/);
});

test.each([
  ["Environment", () => new Environment("east-shop", { name: "shop", quota })],
  ["Program", () => new Program("east-orders", { ...program, name: "orders" })],
  ["Service", () => new Service("east-orders", { name: "orders", namespace: "shop", image: "r.dev/a@sha256:00" })],
])("%s: `name` is what its objects are called, whatever the component is called", async (_, create) => {
  const { resources } = await recorded(create);
  const objects = resources.filter(({ type }) => type.startsWith("kubernetes:"));
  expect(objects.length).toBeGreaterThan(2);
  for (const { name, inputs } of objects) {
    expect(name).toMatch(/^east-(shop|orders)/);
    expect(JSON.stringify(inputs)).not.toContain("east-");
  }
});
