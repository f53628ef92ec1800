import { expect, test, vi } from "vitest";
import { functions } from "../../../../../lab/plugins/aws/functions.ts";
import { changes, configure } from "../../../../../lab/plugins/aws/preview.ts";
import type { Log, ResourceRequest } from "../../../../../lab/plugins/protocol/plugin.ts";
import { NONE, type Properties, type ValueMap } from "../../../../../lab/plugins/protocol/values.ts";

const quiet = (): void => undefined;
const log: Log = { debug: quiet, info: quiet, status: quiet, warning: quiet };
const signal = new AbortController().signal;
const request: ResourceRequest = { urn: "urn", type: "aws:ecr/repository:Repository", name: "orders", log, signal };
const plain = (values: ValueMap): Properties => ({ values, secrets: [] });
const aws = configure(plain({ region: "eu-central-1" }));

test("a preview shows the inputs, secrets as secrets, and makes up nothing else", async () => {
  const inputs: Properties = { values: { name: "orders", key: "k" }, secrets: [["key"]] };
  expect(await aws.create({ ...request, inputs, preview: true, timeout: 0 })).toEqual({ id: "", outputs: inputs });
});

test("whatever would reach a cloud refuses in one sentence with the way out", () => {
  const wayOut =
    /^orders: the lab's aws stand-in only previews; install the official plugin: pulumi plugin install resource aws \d+\.\d+\.\d+$/;
  const rest = { ...request, id: "x", inputs: NONE, outputs: NONE, timeout: 0 };
  expect(() => aws.create({ ...rest, preview: false })).toThrow(wayOut);
  const update = { ...rest, oldInputs: NONE, oldOutputs: NONE, news: NONE, ignoreChanges: [], preview: false };
  expect(() => aws.update(update)).toThrow(wayOut);
  expect(() => aws.delete(rest)).toThrow(wayOut);
  expect(() => aws.read(rest)).toThrow(wayOut);
});

test("a changed preview keeps what the last state knew", async () => {
  const update = { ...request, id: "x", oldInputs: NONE, ignoreChanges: [], preview: true, timeout: 0 };
  const oldOutputs = plain({ name: "a", arn: "arn:aws:x" });
  expect((await aws.update({ ...update, oldOutputs, news: plain({ name: "b" }) })).values).toEqual({
    name: "b",
    arn: "arn:aws:x",
  });
});

test("differences are the inputs that changed, not the engine's own", () => {
  const olds = { same: { a: [1] }, changed: 1, gone: true, __defaults: [] };
  expect(changes(olds, { same: { a: [1] }, changed: 2, come: "x", __defaults: ["y"] })).toEqual([
    { path: ["changed"], kind: "update" },
    { path: ["gone"], kind: "delete" },
    { path: ["come"], kind: "add" },
  ]);
});

test("functions answer for the provider's region, and say that it is an example", async () => {
  const info = vi.fn();
  const invoke = { args: NONE, log: { ...log, info }, signal };
  const token = "aws:index/getAvailabilityZones:getAvailabilityZones";
  const { values } = await aws.invoke!({ ...invoke, token });
  expect(values.names).toEqual(["eu-central-1a", "eu-central-1b", "eu-central-1c"]);
  expect(info).toHaveBeenCalledWith(expect.stringMatching(/^getAvailabilityZones answers an example/));
  expect(() => aws.invoke!({ ...invoke, token: "aws:s3/getBucket:getBucket" })).toThrow(/^aws:s3\/getBucket/);
});

test("examples name nobody's account, and agree with each other", () => {
  const identity = functions["aws:index/getCallerIdentity:getCallerIdentity"]!("us-east-1");
  expect(identity.arn).toContain(`:${identity.accountId as string}:`);
  // The account of AWS's own documentation.
  expect(identity.accountId).toBe("123456789012");
});
