import { ComponentResource } from "@pulumi/pulumi";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/index.js";
import { expect, test } from "vitest";
import { registerConfiguration } from "../../../../components/configuration/index.ts";
import type { ConfigurationArgs } from "../../../../components/configuration/index.ts";
import type { Mounts } from "../../../../components/configuration/mounts.ts";
import { recorded } from "../recorded.ts";

const SECRET_SIGNATURE = "4dabf18193072939515e22adb298388d";

/** Registers the configuration of `orders`, under the Pulumi name `eu-orders`. */
async function configured(args: ConfigurationArgs, uid?: string) {
  let mounts: Mounts | undefined;
  const { resources } = await recorded(() => {
    const parent = new ComponentResource("test:index:Service", "eu-orders");
    const metadata = { name: "orders", namespace: "shop", labels: { app: "x" } };
    const account = new ServiceAccount("eu-orders", { metadata: { ...metadata, uid } });
    mounts = registerConfiguration({ component: "eu-orders", metadata, account, options: { parent } }, args);
    return parent;
  });
  const own = resources.filter(({ type }) => type !== "kubernetes:core/v1:ServiceAccount");
  const [config] = resources.filter(({ type }) => /ConfigMap|:Secret$/.test(type));
  return { mounts, resources: own, config: config?.inputs as Record<string, Record<string, unknown>> | undefined };
}

test("nothing is registered or mounted for a service without configuration", async () => {
  const { resources, mounts } = await configured({ files: {}, dynamicFiles: {}, secrets: [] });
  expect(resources.map(({ name }) => name)).toEqual(["eu-orders"]);
  expect(mounts).toEqual({ volumes: [], mounts: [], env: [] });
});

test("Pulumi names follow the component, Kubernetes names the service", async () => {
  const { resources } = await configured({
    files: { "a.yaml": "1" },
    dynamicFiles: { "b.yaml": "2" },
    secrets: [{ name: "TOKEN", value: "x" }],
  });
  const named = resources.map(({ type, name, inputs }) => {
    const { name: own, generateName } = (inputs.metadata ?? {}) as Record<string, string | undefined>;
    return `${type} ${name} ${own ?? generateName ?? ""}`.trim();
  });
  expect(named).toEqual([
    expect.stringMatching(/^kubernetes:core\/v1:ConfigMap eu-orders-config orders-config-[0-9a-f]{10}$/),
    "kubernetes:core/v1:ConfigMap eu-orders-dynamic orders-dynamic",
    "kubernetes:core/v1:Secret eu-orders-secrets orders-secrets-",
    "slipway:index:HashedConfig eu-orders-config",
    "slipway:index:HashedSecret eu-orders-secrets",
    "test:index:Service eu-orders",
  ]);
});

test("files are immutable under a name that changes with them, and go with their owner", async () => {
  const { config } = await configured({ files: { "a.yaml": "1" } }, "u-1");
  expect(config).toMatchObject({ immutable: true, data: { "a.yaml": "1" } });
  expect(config?.metadata?.ownerReferences).toEqual([
    { apiVersion: "v1", kind: "ServiceAccount", name: "orders", uid: "u-1", blockOwnerDeletion: true },
  ]);
  const { config: changed } = await configured({ files: { "a.yaml": "2" } });
  expect(changed?.metadata?.name).not.toBe(config?.metadata?.name);
});

test("without a cluster there is no uid, and no reference that the API server would refuse", async () => {
  const { config } = await configured({ files: { "a.yaml": "1" } });
  expect(config?.metadata).not.toHaveProperty("ownerReferences");
});

test("dynamic files change in place: neither immutable nor named by content", async () => {
  const { config } = await configured({ dynamicFiles: { "a.yaml": "1" } });
  expect(config).not.toHaveProperty("immutable");
  expect(config?.metadata?.name).toBe("orders-dynamic");
});

test("a secret's value is marked, though it came in clear, and its name is the same for every value", async () => {
  const first = await configured({ secrets: [{ name: "PIN", value: "1234" }] });
  const second = await configured({ secrets: [{ name: "PIN", value: "5678" }] });
  expect(first.config?.metadata).toEqual(second.config?.metadata);
  expect(first.config?.stringData).toMatchObject({ [SECRET_SIGNATURE]: expect.any(String) as string });
  expect(first.config?.immutable).toBe(true);
});

test("a Secret that something else keeps is only referred to", async () => {
  const reference = { name: "TOKEN", as: "env", secret: "from-vault", key: "token" } as const;
  const { resources, mounts } = await configured({ secretReferences: [reference] });
  expect(resources).toHaveLength(1);
  expect(mounts?.env).toEqual([{ name: "TOKEN", valueFrom: { secretKeyRef: { name: "from-vault", key: "token" } } }]);
});

test("the order of keys changes nothing", async () => {
  const secrets = ["B", "A"].map((name) => ({ name, as: "env" as const, value: "x" }));
  const { mounts } = await configured({ secrets, configCentre: { kind: "nacos", address: "n:1", dataId: "d" } });
  expect(mounts?.env.map(({ name }) => name)).toEqual(["A", "B", "NACOS_DATA_ID", "NACOS_SERVER_ADDR"]);
});
