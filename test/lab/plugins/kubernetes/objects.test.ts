import { ConfigMap, Namespace, Secret } from "@pulumi/kubernetes/core/v1/index.js";
import { Provider } from "@pulumi/kubernetes/provider.js";
import { secret } from "@pulumi/pulumi";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestStack, kubectl, live } from "./engine.ts";
import type { Outcome } from "./engine.ts";

const CANARY = "canary-in-a-coal-mine";
const fixed = `provider-objects-${process.pid}`;

interface Shape {
  text: string;
  labels?: Record<string, string>;
  keys?: Record<string, string>;
}

const program =
  ({ text, labels = {}, keys = {} }: Shape) =>
  () => {
    const namespace = new Namespace("home", { metadata: { name: fixed } });
    const placed = new Provider("placed", { namespace: namespace.metadata.name, enableConfigMapMutable: true });
    const inNamespace = { namespace: namespace.metadata.name };
    const automatic = new ConfigMap("automatic", { metadata: { ...inNamespace, labels }, data: { text } });
    new ConfigMap("named", { metadata: { ...inNamespace, name: "named" }, data: { text } });
    const mutable = new ConfigMap("mutable", { data: { text, ...keys } }, { provider: placed });
    new ConfigMap("generated", { metadata: { ...inNamespace, generateName: "generated-" }, data: { text } });
    const password = new Secret("password", {
      metadata: inNamespace,
      stringData: { password: secret(CANARY) },
      type: "Opaque",
    });
    return Promise.resolve({
      id: automatic.id,
      name: automatic.metadata.name,
      mutable: mutable.id,
      data: password.data,
    });
  };

let stack: TestStack;
let first: Outcome;
beforeAll(async () => {
  stack = await TestStack.create();
  first = await stack.up(program({ text: "one" }));
});
afterAll(async () => {
  const gone = await stack.destroy();
  expect(gone.failed, gone.text).toBe(false);
  expect(await kubectl("get", "namespace", fixed, "--ignore-not-found")).toBe("");
});

test("an object without a name gets <resource>-<8 hex>, its annotation, and the id <namespace>/<name>", async () => {
  expect(first.failed, first.text).toBe(false);
  expect(first.outputs.name).toMatch(/^automatic-[0-9a-f]{8}$/);
  expect(first.outputs.id).toBe(`${fixed}/${String(first.outputs.name)}`);
  expect(stack.state().resource("home")?.id).toBe(fixed);
  const object = await live("configmap", fixed, String(first.outputs.name));
  expect(object.metadata.annotations?.["pulumi.com/autonamed"]).toBe("true");
});

test("generateName leaves the name to the API server, and the id has it", async () => {
  const id = stack.state().resource("generated")?.id ?? "";
  expect(id).toMatch(new RegExp(`^${fixed}/generated-[a-z0-9]{5}$`));
  expect((await live("configmap", fixed, id.split("/")[1] ?? "")).data).toEqual({ text: "one" });
});

test("an object without a namespace goes to the provider's", () => {
  expect(first.outputs.mutable).toMatch(new RegExp(`^${fixed}/mutable-[0-9a-f]{8}$`));
});

test("each resource applies as a field manager of its own, kept in the state; managed fields are not outputs", async () => {
  const resource = stack.state().resource("automatic");
  expect(resource?.outputs.__fieldManager).toMatch(/^pulumi-kubernetes-[0-9a-f]{8}$/);
  expect(resource?.outputs.metadata).not.toHaveProperty("managedFields");
  const object = await live("configmap", fixed, String(first.outputs.name));
  expect(object.metadata.managedFields).toMatchObject([
    { manager: resource?.outputs.__fieldManager, operation: "Apply" },
  ]);
});

test("a Secret's data is secret in outputs and state, and nothing prints it", async () => {
  const { text } = stack.state();
  const shown = await stack.preview(program({ text: "other" }));
  for (const spelling of [CANARY, Buffer.from(CANARY).toString("base64")]) {
    // Compared without the matcher, which would print them.
    expect([text, first.text, shown.text].map((printed) => printed.includes(spelling))).toEqual([false, false, false]);
  }
  expect(await kubectl("get", "secret", "-n", fixed, "-o", "jsonpath={.items[*].data.password}")).toBe(
    Buffer.from(CANARY).toString("base64"),
  );
});

test("what the API server says of a secret value is shown without it", async () => {
  const invalid = "not! a! label! value!";
  const refused = await stack.preview(() => {
    new ConfigMap("labelled", { metadata: { namespace: "default", labels: { team: secret(invalid) } } });
    return Promise.resolve();
  });
  expect(refused.failed).toBe(true);
  const said = refused.messages.join("\n");
  expect(said).toContain('Invalid value: "[secret]"');
  expect((said + refused.text).includes(invalid)).toBe(false);
});

test("a second up changes nothing", async () => {
  const again = await stack.up(program({ text: "one" }));
  expect(
    Object.values(again.steps)
      .flat()
      .filter((step) => step !== "same"),
  ).toEqual([]);
});

test("a label changes in place and keeps the automatic name; a field that leaves the inputs leaves the object", async () => {
  const labelled = await stack.up(program({ text: "one", labels: { team: "shop" }, keys: { extra: "yes" } }));
  expect(labelled.steps).toMatchObject({ automatic: ["update"], named: ["same"], mutable: ["update"] });
  expect(labelled.outputs.name).toBe(first.outputs.name);
  expect((await live("configmap", fixed, String(first.outputs.name))).metadata.labels).toEqual({ team: "shop" });

  const back = await stack.up(program({ text: "one" }));
  expect(back.steps).toMatchObject({ automatic: ["update"], mutable: ["update"] });
  expect((await live("configmap", fixed, String(first.outputs.name))).metadata.labels).toBeUndefined();
});

test("changed data replaces: a fixed name is deleted first, an automatic one created first; a mutable one is updated", async () => {
  const before = (await live("configmap", fixed, "named")).metadata.uid;
  const changed = await stack.up(program({ text: "two" }));
  expect(changed.failed, changed.text).toBe(false);
  expect(changed.steps.automatic).toEqual(["create-replacement", "replace", "delete-replaced"]);
  expect(changed.steps.named).toEqual(["delete-replaced", "replace", "create-replacement"]);
  expect(changed.steps.mutable).toEqual(["update"]);
  expect(changed.outputs.name).not.toBe(first.outputs.name);
  const after = await live("configmap", fixed, "named");
  expect(after.metadata.uid).not.toBe(before);
  expect(after.data).toEqual({ text: "two" });
});

test("a change of name or namespace replaces, in the preview too", async () => {
  const shown = await stack.preview(() => {
    const namespace = new Namespace("home", { metadata: { name: fixed } });
    new ConfigMap("named", {
      metadata: { namespace: namespace.metadata.name, name: "renamed" },
      data: { text: "two" },
    });
    new ConfigMap("automatic", { metadata: { namespace: "default" }, data: { text: "two" } });
    return Promise.resolve();
  });
  expect(shown.steps.named).toContain("replace");
  expect(shown.steps.automatic).toContain("replace");
});
