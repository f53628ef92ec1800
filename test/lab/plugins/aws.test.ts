import { CustomResource, runtime, type Input, type Output } from "@pulumi/pulumi";
import { beforeAll, expect, test } from "vitest";
import type { Stack } from "@pulumi/pulumi/automation/index.js";
import { failureOf, stackOf } from "./engine.ts";

/** As the SDK's class: inputs, and outputs that only the provider knows. */
class Repository extends CustomResource {
  declare readonly name: Output<string>;
  declare readonly repositoryUrl: Output<string>;
  constructor(name: string, args: { name: Input<string> }) {
    super("aws:ecr/repository:Repository", name, { ...args, repositoryUrl: undefined });
  }
}

let stack: Stack;
let seen: string[];
beforeAll(async () => {
  // No credentials, and nowhere to find any.
  const nowhere = {
    AWS_CONFIG_FILE: "/nowhere",
    AWS_SHARED_CREDENTIALS_FILE: "/nowhere",
    AWS_EC2_METADATA_DISABLED: "true",
  };
  stack = await stackOf(async () => {
    const repository = new Repository("orders", { name: "orders" });
    repository.name.apply((name) => seen.push(name));
    repository.repositoryUrl.apply((url) => seen.push(url));
    const identity = (await runtime.invoke("aws:index/getCallerIdentity:getCallerIdentity", {})) as {
      accountId: string;
    };
    const mirror = new Repository("mirror", { name: repository.repositoryUrl.apply((url) => `${url}/mirror`) });
    return { url: repository.repositoryUrl, account: identity.accountId, mirror: mirror.name };
  }, nowhere);
});

test("a preview needs no account: inputs are known, what the cloud would decide is not", async () => {
  seen = [];
  const { changeSummary, stdout } = await stack.preview({ color: "never" });
  expect(changeSummary).toEqual({ create: 3 });
  expect(seen).toEqual(["orders"]);
  expect(stdout).toMatch(/url *: \[unknown\]/);
  expect(stdout).toContain("123456789012");
  expect(stdout).toContain("getCallerIdentity answers an example");
});

test("up refuses, naming the plugin to install, and leaves nothing behind", async () => {
  seen = [];
  const failure = await failureOf(stack.up({ color: "never" }));
  expect(failure).toMatch(
    /orders: the lab's aws stand-in only previews; install the official plugin: pulumi plugin install resource aws/,
  );
  const { deployment } = await stack.exportStack();
  const { resources = [] } = deployment as { resources?: { type: string }[] };
  expect(resources.filter(({ type }) => type.startsWith("aws:"))).toEqual([]);
});
