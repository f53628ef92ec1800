import { RunError, runtime } from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { loadStack } from "../../../config/load.ts";

const valid = {
  "slipway:environment": "dev",
  "slipway:cluster": '{"context":"lab"}',
  "slipway:images": '{"registry":"localhost:5000/slipway"}',
  "slipway:tenants": '[{"name":"shop"}]',
};

async function load(config: Record<string, string>, secretKeys: string[] = []) {
  await runtime.setMocks({ newResource: () => ({ id: "", state: {} }), call: () => ({}) }, "slipway", "dev");
  runtime.setAllConfig(config, secretKeys);
  return loadStack();
}

test("reads lists and maps from JSON and leaves keys of other namespaces alone", async () => {
  const stack = await load({ ...valid, "aws:region": "eu-central-1" });
  expect(stack.tenants.map(({ name }) => name)).toEqual(["shop"]);
  expect(stack.services).toEqual([]);
});

test("throws a RunError, which Pulumi prints without a stack trace, with a line for each problem", async () => {
  const error: unknown = await load({ ...valid, "slipway:environment": "devel", "slipway:x": "1" }).catch(
    (e: unknown) => e,
  );
  expect(RunError.isInstance(error)).toBe(true);
  expect((error as Error).message.split("\n")).toHaveLength(3);
});

test("refuses an encrypted value, which would reach a manifest in clear", async () => {
  await expect(load(valid, ["slipway:tenants", "aws:token"])).rejects.toThrow(
    /^slipway:tenants: holds an encrypted value/,
  );
});
