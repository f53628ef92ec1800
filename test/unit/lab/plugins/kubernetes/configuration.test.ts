import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diffConfig } from "../../../../../lab/plugins/kubernetes/diff-config.ts";
import { loadKubeConfig } from "../../../../../lab/plugins/kubernetes/kubeconfig.ts";
import { readSettings } from "../../../../../lab/plugins/kubernetes/settings.ts";
import type { ValueMap } from "../../../../../lab/plugins/protocol/values.ts";
import { UNKNOWN } from "../../../../../lab/plugins/protocol/values.ts";

const kubeconfig = (server: string, namespace = "shop") =>
  JSON.stringify({
    clusters: [
      { name: "one", cluster: { server } },
      { name: "two", cluster: { server: "https://two" } },
    ],
    users: [{ name: "me", user: { token: "t" } }],
    contexts: [
      { name: "first", context: { cluster: "one", user: "me", namespace } },
      { name: "second", context: { cluster: "two", user: "me" } },
    ],
    "current-context": "first",
  });

describe("provider arguments", () => {
  test("switches come as text, or from the environment where the program is silent", () => {
    const settings = readSettings(
      { enableConfigMapMutable: "true", deleteUnreachable: "false", namespace: "shop" },
      { PULUMI_K8S_DELETE_UNREACHABLE: "true", PULUMI_K8S_UPSERT_EXISTING_OBJECTS: "true" },
    );
    expect(settings).toMatchObject({
      enableConfigMapMutable: true,
      deleteUnreachable: false,
      upsertExistingObjects: true,
    });
    expect(settings).toMatchObject({ enableSecretMutable: false, namespace: "shop", context: undefined });
  });

  test.each(["enableServerSideApply", "renderYamlToDirectory"])(
    "%s beyond this provider is refused by name",
    (argument) => {
      const value = argument === "enableServerSideApply" ? "false" : "out";
      expect(() => readSettings({ [argument]: value }, {})).toThrow(new RegExp(`^${argument}.*official`));
    },
  );
});

describe("kubeconfig", () => {
  const settings = (args: ValueMap) => readSettings(args, {});

  test("is content or a path; context and cluster choose in it", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "kubeconfig-")), "config");
    writeFileSync(path, kubeconfig("https://one"));
    const server = async (args: ValueMap) => (await loadKubeConfig(settings(args))).getCurrentCluster()?.server;
    expect(await server({ kubeconfig: kubeconfig("https://one") })).toBe("https://one");
    expect(await server({ kubeconfig: path })).toBe("https://one");
    expect(await server({ kubeconfig: path, context: "second" })).toBe("https://two");
    expect(await server({ kubeconfig: path, cluster: "two" })).toBe("https://two");
  });

  test.each([
    [{ context: "third" }, /no context named third; it has first, second/],
    [{ cluster: "third" }, /no cluster named third; it has one, two/],
  ])("%j is refused with what there is", async (choice, message) => {
    await expect(loadKubeConfig(settings({ kubeconfig: kubeconfig("https://one"), ...choice }))).rejects.toThrow(
      message,
    );
  });

  test("that is neither is refused without repeating it: it may be a mistyped secret", async () => {
    await expect(loadKubeConfig(settings({ kubeconfig: "c2VjcmV0" }))).rejects.toThrow(/^kubeconfig is neither [^2]*$/);
  });
});

describe("a changed provider configuration", () => {
  const replaced = (olds: ValueMap, news: ValueMap) =>
    diffConfig({ values: olds, secrets: [] }, { values: news, secrets: [] }).differences.map(({ path, replace }) => [
      path[0],
      replace,
    ]);
  const one = { kubeconfig: kubeconfig("https://one") };

  test("replaces everything when it is another cluster", () => {
    expect(replaced(one, { kubeconfig: kubeconfig("https://elsewhere") })).toEqual([["kubeconfig", true]]);
    expect(replaced(one, { ...one, context: "second" })).toEqual([["context", true]]);
  });

  test("replaces nothing for another namespace, another user or another spelling of the same cluster", () => {
    expect(replaced(one, { kubeconfig: kubeconfig("https://one", "other") })).toEqual([["kubeconfig", false]]);
    expect(replaced(one, { ...one, namespace: "other" })).toEqual([["namespace", false]]);
    expect(replaced(one, one)).toEqual([]);
    expect(replaced(one, { kubeconfig: UNKNOWN })).toEqual([["kubeconfig", false]]);
  });

  test("replaces nothing when the old kubeconfig cannot be read any more", () => {
    expect(replaced({ kubeconfig: "/no/such/file" }, one)).toEqual([["kubeconfig", false]]);
  });

  test("goes by clusterIdentifier alone where there is one", () => {
    const identified = { ...one, clusterIdentifier: "a" };
    expect(replaced(identified, { ...identified, context: "second" })).toEqual([["context", false]]);
    expect(replaced(identified, { ...one, clusterIdentifier: "b" })).toEqual([["clusterIdentifier", true]]);
  });
});
