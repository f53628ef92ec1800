import { ComponentResource, CustomResource, type Output, runtime } from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { type DeclaredResource, recorder } from "../../../offline/monitor.ts";

class Parent extends ComponentResource {
  constructor(name: string) {
    super("slipway:index:Service", name);
    this.registerOutputs({ name });
  }
}

class Child extends CustomResource {
  declare readonly metadata: Output<object>;
}

const unasked = () => {
  throw new Error("asked the SDK's own mock");
};

test("what a program registers is taken down with its options, and comes back to it as outputs with the URN of an engine", async () => {
  const declared: DeclaredResource[] = [];
  await runtime.setMocks({ newResource: unasked, call: unasked }, "shop", "prod");
  Object.assign(runtime.getMonitor() ?? {}, recorder("prod", "shop", declared));

  const parent = new Parent("orders");
  const props = { metadata: { generateName: "db-" }, count: 1, none: undefined };
  const child = new Child("kubernetes:core/v1:Secret", "db", props, { parent, protect: true });
  new Child("a:b:C", "after", { metadata: child.metadata, of: child.urn });
  await runtime.disconnect();

  const of = "urn:pulumi:prod::shop::slipway:index:Service$kubernetes:core/v1:Secret::db";
  expect(declared.map(({ name, protect, props }) => ({ name, protect, props }))).toEqual([
    { name: "orders", protect: false, props: {} },
    { name: "db", protect: true, props: { metadata: { name: "db" }, count: 1 } },
    { name: "after", protect: false, props: { metadata: { name: "db" }, of } },
  ]);
});
