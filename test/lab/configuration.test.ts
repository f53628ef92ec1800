import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { collectContents } from "../../engine/collect.ts";
import type { Engine } from "../../engine/pulumi.ts";
import { Checkout } from "./checkout.ts";
import { PodProcess } from "./configuration/process.ts";

/**
 * A service with files and secrets, in order: each test goes on from what the one before has left. What the engine and
 * the offline commands say is kept, to be searched for the secret at the end.
 */
const NAME = "configuration";
const KEY = 'slipway:secrets["orders/db"]';
const stack = `
config:
  slipway:environment: dev
  slipway:cluster: { context: lab }
  slipway:images: { registry: localhost:5000/${NAME}, mirror: localhost:5000 }
  slipway:tenants: [{ name: ${NAME} }]
  slipway:env: { SHUTDOWN_DELAY: 1s }
  slipway:services:
    - name: orders
      tenant: ${NAME}
      build: { context: services/orders }
      replicas: 1
      env: { CONFIG_FILE: /etc/orders/orders.yaml, DYNAMIC_CONFIG_FILE: /etc/orders/dynamic.yaml }
      files: { orders.yaml: "store: { capacity: 7 }" }
      dynamicFiles: { dynamic.yaml: "log: { level: info }" }
      secrets: [{ name: DB_PASSWORD, key: orders/db }, { name: TOKEN, key: orders/db, as: env }]
`;
const canary = () => `canary-${randomBytes(12).toString("hex")}`;
const [first, second] = [canary(), canary()];
const said: string[] = [];

let checkout: Checkout;

beforeAll(async () => {
  checkout = new Checkout(NAME);
  checkout.writeStack(stack);
  await checkout.tool("pulumi", "stack", "init", NAME, "--no-select");
});

afterAll(async () => {
  await checkout.kubectl("delete", "namespace", NAME, "--ignore-not-found", "--wait");
  checkout.remove();
});

async function engine(command: string, code = 0): Promise<string> {
  const { exitCode, all } = await checkout.engine(command);
  said.push(all);
  expect(exitCode, all).toBe(code);
  return all;
}

async function offline(...args: string[]): Promise<void> {
  const { all } = await execa(process.execPath, ["offline/main.ts", ...args, "--stack", NAME], {
    cwd: checkout.folder,
    all: true,
  });
  said.push(all);
}

const setSecret = (value: string) =>
  checkout.tool("pulumi", "config", "set", "--stack", NAME, "--secret", "--path", KEY, value);

const kubectl = (...args: string[]) => checkout.kubectl("-n", NAME, ...args);

/** Names of the kind's objects that belong to the service. */
async function names(kind: string): Promise<string[]> {
  const list = await kubectl("get", kind, "-l", "app.kubernetes.io/name=orders", "-o", "name");
  return list.split("\n").filter(Boolean);
}

/** The pod that is not on its way out. */
async function pod() {
  interface Pod {
    metadata: { uid: string; deletionTimestamp?: string };
    status: { containerStatuses: { restartCount: number }[] };
  }
  const { items } = JSON.parse(await kubectl("get", "pods", "-o", "json")) as { items: Pod[] };
  const [running, ...others] = items.filter(({ metadata }) => !metadata.deletionTimestamp);
  expect(others).toEqual([]);
  const { uid } = running?.metadata ?? { uid: "" };
  return { uid, restarts: running?.status.containerStatuses[0]?.restartCount, process: new PodProcess(uid, "/orders") };
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

test("without its value the service is refused, before anything is built, with the command that sets it", async () => {
  expect(await engine("up", 1)).toContain(`pulumi config set -s ${NAME} --secret --path '${KEY}'`);
});

test("a secret that was set as the error says reaches the process as a file that its group reads, and as a variable", async () => {
  await setSecret(first);
  await engine("up");
  const { process } = await pod();
  expect(process.file("/run/secrets/orders/DB_PASSWORD")).toEqual({ content: first, mode: "0440", group: 65532 });
  expect(process.environment).toMatchObject({
    DB_PASSWORD_FILE: "/run/secrets/orders/DB_PASSWORD",
    TOKEN: first,
    SHUTDOWN_DELAY: "1s",
  });
  expect(process.file("/etc/orders/orders.yaml").content).toBe("store: { capacity: 7 }");
});

test("a rotation rolls the pods, and keeps the old value for those that still name it", async () => {
  const before = await pod();
  await setSecret(second);
  await engine("up");
  const after = await pod();
  expect(after.uid).not.toBe(before.uid);
  expect(after.process.file("/run/secrets/orders/DB_PASSWORD").content).toBe(second);
  expect(await names("secret")).toHaveLength(2);
});

test("kubectl rollout undo finds the value of before", async () => {
  const before = await pod();
  await kubectl("rollout", "undo", "deployment/orders");
  await kubectl("rollout", "status", "deployment/orders", "--timeout=60s");
  const after = await pod();
  expect(after.uid).not.toBe(before.uid);
  expect(after.process.file("/run/secrets/orders/DB_PASSWORD").content).toBe(first);
});

test("a dynamic file changes the log level of the running process: same pod, no restart", async () => {
  const before = await pod();
  checkout.editStack((yaml) => yaml.replace("log: { level: info }", "log: { level: debug }"));
  await engine("up");
  const deadline = Date.now() + 90_000;
  const changed = async () => (await kubectl("logs", "deployment/orders")).includes('"msg":"log level changed"');
  while (!(await changed()) && Date.now() < deadline) await sleep(1000);
  const line = (await kubectl("logs", "deployment/orders")).split("\n").find((each) => each.includes("level changed"));
  expect(JSON.parse(line ?? "{}")).toMatchObject({ from: "INFO", to: "DEBUG" });
  expect(await pod()).toMatchObject({ uid: before.uid, restarts: 0 });
  // What did not change kept its name: no content was added.
  expect(await names("secret")).toHaveLength(2);
  expect(await names("configmap")).toHaveLength(2);
});

test("an up that the API server refuses says why", async () => {
  await kubectl("scale", "deployment/orders", "--replicas=2");
  checkout.editStack((yaml) => yaml.replace("replicas: 1", "replicas: 3"));
  await setSecret(canary() + second);
  expect(await engine("up", 255)).toContain("conflict");
});

test("no value stands in clear, or in base64, anywhere but in its Secret and the process", async () => {
  checkout.editStack((yaml) => yaml.replace("replicas: 3", "replicas: 2"));
  await engine("preview");
  await offline("render", "--out", "rendered");
  await offline("images");
  await offline("policy", "--format", "json");
  const [pods, events, others, logs] = await Promise.all([
    kubectl("get", "pods,deployments,replicasets", "-o", "yaml"),
    kubectl("get", "events", "-o", "yaml"),
    kubectl("get", "configmaps,serviceaccounts,services,networkpolicies", "-o", "yaml"),
    kubectl("logs", "deployment/orders"),
  ]);
  const files = [...filesUnder(checkout.state), ...filesUnder(join(checkout.folder, "rendered"))];
  const texts: [string, string][] = [
    ...said.map((text, index): [string, string] => [`what was said ${index}`, text]),
    ...Object.entries({ pods, events, others, logs }),
    ...[...files, join(checkout.folder, `Pulumi.${NAME}.yaml`)].map((file): [string, string] => [
      file,
      readFileSync(file, "utf8"),
    ]),
  ];
  expect(files.some((file) => file.includes("/stacks/"))).toBe(true);
  for (const value of [first, second]) {
    const spellings = [value, Buffer.from(value).toString("base64"), Buffer.from(value).toString("base64url")];
    const found = texts.filter(([, text]) => spellings.some((spelling) => text.includes(spelling)));
    expect(found.map(([where]) => where)).toEqual([]);
    // The search finds it where it is.
    expect(await kubectl("get", "secrets", "-o", "yaml")).toContain(spellings[1]);
  }
});

test("what no revision names any more is collected once it is an hour old, and what one names is not", async () => {
  const collected = async (at: number) => {
    vi.useFakeTimers({ now: at, toFake: ["Date"] });
    const clusters = [{ context: "lab", namespaces: [NAME] }];
    await collectContents({ target: { clusters }, env: process.env } as unknown as Engine);
    vi.useRealTimers();
    return names("secret");
  };
  const later = Date.now() + 2 * 60 * 60 * 1000;
  expect(await collected(later)).toHaveLength(2);
  const old = await kubectl("get", "replicasets", "-o", "jsonpath={.items[?(@.spec.replicas==0)].metadata.name}");
  await kubectl("delete", "replicasets", ...old.split(" "));
  expect(await collected(Date.now())).toHaveLength(2);
  const [kept, ...others] = await collected(later);
  expect(others).toEqual([]);
  expect(await kubectl("get", "deployment/orders", "-o", "yaml")).toContain(kept?.split("/")[1]);
});

test("a service that leaves takes every content with it, the old ones too", async () => {
  checkout.writeStack(stack.slice(0, stack.indexOf("  slipway:services")));
  await engine("up");
  expect(await kubectl("get", "secrets", "-o", "name")).toBe("");
  expect(await kubectl("get", "configmaps", "-o", "name")).toBe("configmap/kube-root-ca.crt");
});

test("destroy leaves nothing", async () => {
  await engine("destroy");
  await expect(checkout.kubectl("get", "namespace", NAME)).rejects.toThrow(/not found/);
});
