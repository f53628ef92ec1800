import { expect, test } from "vitest";
import { ownFields } from "../../../../components/cluster/ownership.ts";

const transformed = (type: string, props: object) => ownFields({ type, name: "x", custom: true, props, opts: {} });

test("every object has one field manager, beside the annotations that it has", async () => {
  const props = { metadata: { name: "orders", annotations: { a: "b" } }, spec: {} };
  expect(await transformed("kubernetes:apps/v1:Deployment", props)).toEqual({
    props: {
      metadata: { name: "orders", annotations: { a: "b", "pulumi.com/patchFieldManager": "slipway" } },
      spec: {},
    },
    opts: {},
  });
});

test("what is no Kubernetes object stays as it is", async () => {
  expect(await transformed("docker-build:index:Image", {})).toBeUndefined();
});
