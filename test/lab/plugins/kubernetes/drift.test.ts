import { ConfigMap } from "@pulumi/kubernetes/core/v1/index.js";
import { Deployment } from "@pulumi/kubernetes/apps/v1/index.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestStack, kubectl, live, temporaryNamespace } from "./engine.ts";

let namespace: string;
let stack: TestStack;
beforeAll(async () => {
  namespace = await temporaryNamespace("drift");
  stack = await TestStack.create();
  const outcome = await stack.up(program());
  expect(outcome.failed, outcome.text).toBe(false);
});
afterAll(async () => {
  const gone = await stack.destroy();
  expect(gone.failed, gone.text).toBe(false);
  await kubectl("delete", "namespace", namespace, "--wait=false");
});

/** A deployment of no pods, so that nothing has to be waited for, and a config map. */
function program({ annotations = {}, revision = "1", ignoreChanges = [] as string[] } = {}) {
  return () => {
    const labels = { app: "web" };
    const template = {
      metadata: { labels, annotations: { revision } },
      spec: { containers: [{ name: "web", image: "web" }] },
    };
    new Deployment(
      "web",
      {
        metadata: { namespace, name: "web", annotations },
        spec: { replicas: 0, minReadySeconds: 5, selector: { matchLabels: labels }, template },
      },
      { ignoreChanges },
    );
    new ConfigMap("settings", { metadata: { namespace, name: "settings" }, data: { colour: "blue" } });
    return Promise.resolve();
  };
}

const minReadySeconds = async (): Promise<unknown> => (await live("deployment", namespace, "web")).spec.minReadySeconds;
const patch = (manager: string, change: object): Promise<string> =>
  kubectl("patch", "deployment", "-n", namespace, "web", "--field-manager", manager, "-p", JSON.stringify(change));

test("a hand edit is a difference to refresh, and the next up repairs it", async () => {
  expect((await stack.refresh()).steps.web).toEqual(["refresh"]);
  await patch("kubectl-edit", { spec: { minReadySeconds: 1 } });
  const refreshed = await stack.refresh();
  expect(refreshed.text).toMatch(/updated|update/);
  expect(stack.state().resource("web")?.inputs).toMatchObject({ spec: { minReadySeconds: 1 } });

  const shown = await stack.preview(program());
  expect(shown.text).toMatch(/minReadySeconds\s*: 1 => 5/);
  const repaired = await stack.up(program());
  expect(repaired.failed, repaired.text).toBe(false);
  expect(repaired.steps).toMatchObject({ web: ["update"], settings: ["same"] });
  expect(await minReadySeconds()).toBe(5);
});

test("fields that another program has taken are a conflict that names it and them; patchForce takes over", async () => {
  await patch("tuner", { spec: { minReadySeconds: 2 } });
  const refused = await stack.up(program({ revision: "2" }));
  expect(refused.failed).toBe(true);
  expect(refused.text).toMatch(/\.spec\.minReadySeconds \(conflict with "tuner"/);
  expect(await minReadySeconds()).toBe(2);

  const forced = await stack.up(program({ revision: "2", annotations: { "pulumi.com/patchForce": "true" } }));
  expect(forced.failed, forced.text).toBe(false);
  expect(await minReadySeconds()).toBe(5);
});

test("an ignored field is left to whoever sets it", async () => {
  await patch("tuner", { spec: { minReadySeconds: 3 } });
  await stack.refresh();
  const annotations = { "pulumi.com/patchForce": "true" };
  const outcome = await stack.up(program({ revision: "3", annotations, ignoreChanges: ["spec.minReadySeconds"] }));
  expect(outcome.failed, outcome.text).toBe(false);
  expect(outcome.steps.web).toEqual(["update"]);
  expect(await minReadySeconds()).toBe(3);
});

test("a patchFieldManager annotation names the manager", async () => {
  const annotations = { "pulumi.com/patchForce": "true", "pulumi.com/patchFieldManager": "our-team" };
  expect((await stack.up(program({ revision: "4", annotations }))).failed).toBe(false);
  const managers = (await live("deployment", namespace, "web")).metadata.managedFields.map(({ manager }) => manager);
  expect(managers).toContain("our-team");
});

test("an object that is gone is dropped by refresh and made again by up", async () => {
  await kubectl("delete", "configmap", "-n", namespace, "settings");
  await stack.refresh();
  expect(stack.state().resource("settings")).toBeUndefined();
  const outcome = await stack.up(program({ revision: "4" }));
  expect(outcome.failed, outcome.text).toBe(false);
  expect(outcome.steps.settings).toEqual(["create"]);
});

test("deleting waits for finalizers and names them in time; what is gone already is a success", async () => {
  const held = () => {
    new ConfigMap(
      "held",
      { metadata: { namespace, name: "held", finalizers: ["slipway.test/hold"] } },
      { customTimeouts: { delete: "2s" } },
    );
    return Promise.resolve();
  };
  expect((await stack.up(held)).failed).toBe(false);
  const blocked = await stack.up(() => Promise.resolve());
  expect(blocked.failed).toBe(true);
  expect(blocked.text).toContain("finalizers: slipway.test/hold");

  await kubectl(
    "patch",
    "configmap",
    "-n",
    namespace,
    "held",
    "--type=json",
    "-p",
    '[{"op":"remove","path":"/metadata/finalizers"}]',
  );
  const gone = await stack.up(() => Promise.resolve());
  expect(gone.failed, gone.text).toBe(false);
  expect(stack.state().resource("held")).toBeUndefined();
});
