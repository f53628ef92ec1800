import { expect, test } from "vitest";
import { BuiltImage, Environment, Service } from "../../../components/index.ts";
import { recorded } from "./recorded.ts";

const quota = { requestsCpu: "2", requestsMemory: "2Gi", limitsCpu: "4", limitsMemory: "4Gi" };

test.each([
  ["Environment", () => new Environment("thing", { quota })],
  ["BuiltImage", () => new BuiltImage("thing", { build: { context: "." }, registry: "r.dev" })],
  ["Service", () => new Service("thing", { namespace: "shop", image: "r.dev/a@sha256:00", replicas: 2 })],
])("%s: the type token and every child's name follow from the component's name", async (type, create) => {
  const { resources } = await recorded(create);
  expect(resources.map((resource) => resource.type)).toContain(`slipway:index:${type}`);
  for (const { name } of resources) expect(name).toMatch(/^thing(-[a-z-]+)?$/);
});
