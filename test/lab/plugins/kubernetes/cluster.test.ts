import { readFileSync } from "node:fs";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/index.js";
import { Provider } from "@pulumi/kubernetes/provider.js";
import type { ProviderArgs } from "@pulumi/kubernetes/provider.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestStack, kubectl, temporaryNamespace } from "./engine.ts";

/** Nothing listens there. */
const nowhere = JSON.stringify({
  apiVersion: "v1",
  kind: "Config",
  clusters: [{ name: "nowhere", cluster: { server: "https://127.0.0.1:60999" } }],
  users: [{ name: "nobody", user: {} }],
  contexts: [{ name: "nowhere", context: { cluster: "nowhere", user: "nobody" } }],
  "current-context": "nowhere",
});

let namespace: string;
let stack: TestStack;
let content: string;
beforeAll(async () => {
  namespace = await temporaryNamespace("cluster");
  content = readFileSync(process.env.KUBECONFIG ?? "", "utf8");
  stack = await TestStack.create();
});
afterAll(() => kubectl("delete", "namespace", namespace, "--wait=false"));

const program = (args: ProviderArgs) => () => {
  const provider = new Provider("chosen", args);
  new ConfigMap("settings", { metadata: { namespace, name: "settings" }, data: { colour: "blue" } }, { provider });
  return Promise.resolve();
};

test("a kubeconfig is taken as content or as a path: the same cluster, so nothing is replaced", async () => {
  const first = await stack.up(program({ kubeconfig: content }));
  expect(first.failed, first.text).toBe(false);
  const second = await stack.up(program({ kubeconfig: process.env.KUBECONFIG }));
  expect(second.failed, second.text).toBe(false);
  expect(second.steps).toMatchObject({ chosen: ["update"], settings: ["same"] });
});

test("a preview against a cluster that does not answer proceeds with a warning; another cluster replaces everything", async () => {
  const shown = await stack.preview(program({ kubeconfig: nowhere }));
  expect(shown.failed, shown.text).toBe(false);
  expect(shown.messages.join()).toMatch(/configured Kubernetes cluster is unreachable: .*ECONNREFUSED/);
  expect(shown.steps.chosen).toContain("replace");
  expect(shown.steps.settings).toContain("replace");
});

test("with a clusterIdentifier that stays the same nothing is replaced; up on an unreachable cluster fails", async () => {
  const identified = await stack.up(program({ kubeconfig: content, clusterIdentifier: "lab" }));
  expect(identified.steps.settings).toEqual(["same"]);
  const moved = await stack.preview(program({ kubeconfig: nowhere, clusterIdentifier: "lab" }));
  expect(moved.steps.chosen).toEqual(["update"]);

  const failed = await stack.up(() => {
    const provider = new Provider("elsewhere", { kubeconfig: nowhere });
    new ConfigMap("new", { metadata: { name: "new" } }, { provider });
    return program({ kubeconfig: content, clusterIdentifier: "lab" })();
  });
  expect(failed.failed).toBe(true);
  expect(failed.text).toContain("configured Kubernetes cluster is unreachable");
});

test("what was on a cluster that is gone can be dropped with deleteUnreachable, and only so", async () => {
  const gone = { kubeconfig: nowhere, clusterIdentifier: "lab" };
  const moved = await stack.up(program(gone));
  expect(moved.failed, moved.text).toBe(false);
  const refused = await stack.destroy();
  expect(refused.failed).toBe(true);
  expect(refused.text).toContain("configured Kubernetes cluster is unreachable");

  expect((await stack.up(program({ ...gone, deleteUnreachable: true }))).failed).toBe(false);
  const dropped = await stack.destroy();
  expect(dropped.failed, dropped.text).toBe(false);
});
