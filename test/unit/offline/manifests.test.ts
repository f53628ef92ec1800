import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { afterEach, beforeEach, expect, test } from "vitest";
import { manifests, writeManifests } from "../../../offline/manifests.ts";

const SECRET_SIGNATURE = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slipway-render-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const configMap = (name: string) => ({
  type: "kubernetes:core/v1:ConfigMap",
  name,
  props: { kind: "ConfigMap", apiVersion: "v1", metadata: { name, namespace: "shop" }, data: { b: "2", a: "1" } },
});

test("one file an object, by namespace and kind, with sorted keys", () => {
  const [manifest] = manifests([configMap("settings")]);
  expect(manifest?.path).toBe("shop/configmap-settings.yaml");
  expect(manifest?.yaml.indexOf("a: ")).toBeLessThan(manifest?.yaml.indexOf("b: ") ?? -1);
});

test("what belongs to no namespace comes first, for kubectl applies a folder in order", () => {
  const [manifest] = manifests([
    { type: "kubernetes:core/v1:Namespace", name: "shop", props: { kind: "Namespace", metadata: { name: "shop" } } },
  ]);
  expect(manifest?.path).toBe("_cluster/namespace-shop.yaml");
  expect("_cluster" < "a").toBe(true);
});

test("the same object on two clusters is two files, in a folder of each cluster", () => {
  const on = (provider: string) => ({ ...configMap("settings"), provider });
  expect(manifests([on("east"), on("west")]).map(({ path }) => path)).toEqual([
    "east/shop/configmap-settings.yaml",
    "west/shop/configmap-settings.yaml",
  ]);
  expect(manifests([on("cluster")]).map(({ path }) => path)).toEqual(["shop/configmap-settings.yaml"]);
});

test("leaves out what is no Kubernetes object", () => {
  expect(manifests([{ type: "docker-build:index:Image", name: "orders", props: {} }])).toEqual([]);
});

test("never shows a secret value: of a Secret, or marked as secret anywhere", () => {
  const canary = "hunter2-canary";
  const rendered = manifests([
    {
      type: "kubernetes:core/v1:Secret",
      name: "a",
      props: { kind: "Secret", metadata: { name: "a" }, stringData: { password: canary }, data: { token: canary } },
    },
    {
      type: "kubernetes:core/v1:ConfigMap",
      name: "b",
      props: {
        kind: "ConfigMap",
        metadata: { name: "b" },
        data: { ...SECRET_SIGNATURE, value: { url: canary, list: [canary] } },
      },
    },
  ]);
  const text = rendered.map(({ yaml }) => yaml).join("\n");
  expect(text).not.toContain(canary);
  expect(parse(rendered[1]?.yaml ?? "")).toMatchObject({ data: { url: "[secret]", list: ["[secret]"] } });
});

test("rendering again removes what is no longer declared", () => {
  writeManifests(manifests([configMap("old")]), folder);
  writeManifests(manifests([configMap("new")]), folder);
  expect(readdirSync(join(folder, "shop"))).toEqual(["configmap-new.yaml"]);
});

test("refuses to empty a folder that holds anything else", () => {
  writeFileSync(join(folder, "thesis.doc"), "");
  expect(() => writeManifests([], folder)).toThrow(/holds files that were not rendered/);
  expect(readdirSync(folder)).toEqual(["thesis.doc"]);
});
