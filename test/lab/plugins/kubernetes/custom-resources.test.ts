import { CustomResource } from "@pulumi/kubernetes/apiextensions/index.js";
import { CustomResourceDefinition } from "@pulumi/kubernetes/apiextensions/v1/index.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/index.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestStack, kubectl, temporaryNamespace } from "./engine.ts";

let namespace: string;
let stack: TestStack;
beforeAll(async () => {
  namespace = await temporaryNamespace("custom");
  stack = await TestStack.create();
});
afterAll(async () => {
  // The garbage collector learns of a kind within 30 s of its definition: the short wait was for one test.
  await stack.up(program());
  const gone = await stack.destroy();
  expect(gone.failed, gone.text).toBe(false);
  await kubectl("delete", "namespace", namespace, "--wait=false");
});

const group = `p${process.pid}.slipway.test`;

function definition(kind: string, scope: "Namespaced" | "Cluster") {
  const plural = `${kind.toLowerCase()}s`;
  const schema = { openAPIV3Schema: { type: "object", x_kubernetes_preserve_unknown_fields: true } };
  return new CustomResourceDefinition(`${kind.toLowerCase()}-definition`, {
    metadata: { name: `${plural}.${group}` },
    spec: { group, scope, names: { kind, plural }, versions: [{ name: "v1", served: true, storage: true, schema }] },
  });
}

const program =
  (waitFor?: string, size = 1) =>
  () => {
    definition("Gadget", "Namespaced");
    definition("Planet", "Cluster");
    const annotations: Record<string, string> = waitFor
      ? { "pulumi.com/waitFor": waitFor, "pulumi.com/timeoutSeconds": "4" }
      : {};
    const apiVersion = `${group}/v1`;
    // Neither depends on its definition, as in most charts.
    new CustomResource("gadget", {
      apiVersion,
      kind: "Gadget",
      metadata: { name: "gadget", namespace, annotations },
      spec: { size },
    });
    const planet = new CustomResource("planet", { apiVersion, kind: "Planet", metadata: { name: "planet" } });
    return Promise.resolve({ planet: planet.id });
  };

test("a custom resource may come before its definition, in preview and up; it is not waited for", async () => {
  const shown = await stack.preview(program());
  expect(shown.failed, shown.text).toBe(false);
  const outcome = await stack.up(program());
  expect(outcome.failed, outcome.text).toBe(false);
  expect(outcome.outputs.planet).toBe("planet");
  expect((await stack.up(program())).steps).toMatchObject({ gadget: ["same"], planet: ["same"] });
});

test("waitFor waits for paths and conditions, and says which of them did not come", async () => {
  const wanted = '["jsonpath={.spec.size}=2", "condition=Ready"]';
  const late = await stack.up(program(wanted, 2));
  expect(late.failed).toBe(true);
  expect(late.text).toContain("timed out after 4 s: Waiting for condition=Ready");

  const status = { status: { conditions: [{ type: "Ready", status: "True" }] } };
  await kubectl(
    "patch",
    `gadget.${group}`,
    "--field-manager=gadget-controller",
    "-n",
    namespace,
    "gadget",
    "--type=merge",
    "-p",
    JSON.stringify(status),
  );
  const ready = await stack.up(program(wanted, 2));
  expect(ready.failed, ready.text).toBe(false);
});

test("what the API server warns of and refuses is shown, in the preview already", async () => {
  const invalid = await stack.preview(() =>
    Promise.resolve(void new ConfigMap("bad", { metadata: { namespace, name: "Not A Name" } })),
  );
  expect(invalid.failed).toBe(true);
  expect(invalid.text).toContain("Not A Name");
  const unknown = { metadata: { namespace, name: "odd" }, colour: "blue" } as object;
  const odd = await stack.preview(() => Promise.resolve(void new ConfigMap("odd", unknown)));
  expect(odd.failed, odd.text).toBe(false);
});
