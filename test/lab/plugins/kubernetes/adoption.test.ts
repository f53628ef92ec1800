import { ConfigMap } from "@pulumi/kubernetes/core/v1/index.js";
import { ConfigMapPatch } from "@pulumi/kubernetes/core/v1/configMapPatch.js";
import { Provider } from "@pulumi/kubernetes/provider.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestStack, kubectl, live, temporaryNamespace } from "./engine.ts";

let namespace: string;
let stack: TestStack;
beforeAll(async () => {
  namespace = await temporaryNamespace("adoption");
  await kubectl("create", "configmap", "theirs", "-n", namespace, "--from-literal=colour=blue");
  stack = await TestStack.create();
});
afterAll(async () => {
  await stack.destroy();
  await kubectl("delete", "namespace", namespace, "--wait=false");
});

const metadata = () => ({ namespace, name: "theirs" });

test("creating what exists is an error that says how to adopt it", async () => {
  const refused = await stack.up(() => Promise.resolve(void new ConfigMap("theirs", { metadata: metadata() })));
  expect(refused.failed).toBe(true);
  expect(refused.text).toContain(
    `ConfigMap ${namespace}/theirs already exists; adopt it with the resource option \`import: "${namespace}/theirs"\``,
  );
  expect((await live("configmap", namespace, "theirs")).data).toEqual({ colour: "blue" });
});

test("get reads it without owning it", async () => {
  const outcome = await stack.up(() => {
    const theirs = ConfigMap.get("theirs", `${namespace}/theirs`);
    return Promise.resolve({ data: theirs.data });
  });
  expect(outcome.outputs.data).toEqual({ colour: "blue" });
  expect((await stack.up(() => Promise.resolve())).failed).toBe(false);
  expect((await live("configmap", namespace, "theirs")).data).toEqual({ colour: "blue" });
});

test("import takes it into the state as it is, without what the server has set, and then it is ours", async () => {
  const program = (options: object) => () =>
    Promise.resolve(void new ConfigMap("theirs", { metadata: metadata(), data: { colour: "blue" } }, options));
  const imported = await stack.up(program({ import: `${namespace}/theirs` }));
  expect(imported.failed, imported.text).toBe(false);
  expect(imported.steps.theirs).toEqual(["import"]);
  expect(stack.state().resource("theirs")?.inputs).toEqual({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: metadata(),
    data: { colour: "blue" },
  });
  expect((await stack.up(program({}))).steps.theirs).toEqual(["same"]);
});

test("with upsertExistingObjects it is taken over; a patch owns its fields only and gives them back", async () => {
  await kubectl("create", "configmap", "other", "-n", namespace, "--from-literal=colour=blue");
  await kubectl("create", "configmap", "shared", "-n", namespace, "--from-literal=colour=blue");
  const outcome = await stack.up(() => {
    const provider = new Provider("upsert", { upsertExistingObjects: true, enablePatchForce: true });
    new ConfigMap("other", { metadata: { namespace, name: "other" }, data: { colour: "red" } }, { provider });
    new ConfigMapPatch("shared", { metadata: { namespace, name: "shared" }, data: { note: "ours" } });
    return Promise.resolve();
  });
  expect(outcome.failed, outcome.text).toBe(false);
  expect((await live("configmap", namespace, "other")).data).toEqual({ colour: "red" });
  expect((await live("configmap", namespace, "shared")).data).toEqual({ colour: "blue", note: "ours" });

  expect((await stack.up(() => Promise.resolve())).failed).toBe(false);
  expect((await live("configmap", namespace, "shared")).data).toEqual({ colour: "blue" });
});
