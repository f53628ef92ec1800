import { setTimeout as sleep } from "node:timers/promises";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Checkout } from "../checkout.ts";
import { SteadyLoad } from "../load.ts";

/**
 * The life of a stack, in order, with the real engine on the real cluster: each test goes on from the state that the
 * one before has left.
 */
const stack = `
config:
  slipway:environment: dev
  slipway:cluster: { context: lab }
  slipway:images: { registry: localhost:5000/journey, mirror: localhost:5000 }
  slipway:tenants:
    - name: journey
  slipway:services:
    - name: orders
      tenant: journey
      build: { context: services/orders }
      replicas: 2
      env: { LOG_LEVEL: info }
`;

let checkout: Checkout;

beforeAll(() => {
  checkout = new Checkout("journey");
  checkout.writeStack(stack);
});

afterAll(async () => {
  await checkout.kubectl("delete", "namespace", "journey", "--ignore-not-found", "--wait");
  checkout.remove();
});

async function up(): Promise<string> {
  const { exitCode, all } = await checkout.engine("up");
  expect(exitCode, all).toBe(0);
  return all;
}

async function url(service: string, path: string): Promise<string> {
  const address = await checkout.kubectl(
    "-n",
    "journey",
    "get",
    "service",
    service,
    "-o",
    "jsonpath={.spec.clusterIP}:{.spec.ports[0].port}",
  );
  return `http://${address}${path}`;
}

async function image(): Promise<string> {
  return checkout.kubectl(
    "-n",
    "journey",
    "get",
    "deployment",
    "orders",
    "-o",
    "jsonpath={.spec.template.spec.containers[0].image}",
  );
}

async function version(): Promise<string> {
  const response = await fetch(await url("orders", "/health"));
  expect(response.status).toBe(200);
  return ((await response.json()) as { version: string }).version;
}

test("the first up brings the service up, by digest, and it answers over its Service", async () => {
  expect(await up()).toContain("orders answers 200");
  expect(await image()).toMatch(/^localhost:5000\/journey\/orders@sha256:[0-9a-f]{64}$/);

  const created = await fetch(await url("orders", "/api/v1/orders"), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ customer: "ada", currency: "EUR", items: [{ sku: "book", quantity: 1, unitPrice: 1250 }] }),
  });
  expect(created.status).toBe(201);
});

test("a second up changes nothing", async () => {
  expect(await up()).toMatch(/Resources:\s+15 unchanged/);
});

test("a new version rolls out with no failed request under steady load", async () => {
  const [before, load] = [await version(), new SteadyLoad(await url("orders", "/api/v1/orders"), 100)];
  checkout.edit("services/orders/internal/api/router.go", (source) => `${source}\n// Changed.\n`);
  checkout.commit("a new version");
  await up();
  const { sent, by } = await load.stop();

  expect(await version()).not.toBe(before);
  expect(by).toEqual({ 200: sent });
  expect(sent).toBeGreaterThan(500);
});

test("a second service, added by a few lines of YAML, comes up beside the first", async () => {
  checkout.editStack(
    (yaml) => `${yaml}    - name: basket
      tenant: journey
      build: { context: services/orders }
`,
  );
  expect(await up()).toContain("basket answers 200");
  expect((await fetch(await url("orders", "/livez"))).status).toBe(200);
});

test("a mandatory policy violation blocks the up, says what to do, and touches nothing", async () => {
  const before = await image();
  checkout.editStack((yaml) => `${yaml}    - { name: loose, tenant: journey, image: nginx }\n`);
  const { exitCode, all } = await checkout.engine("up");
  checkout.editStack((yaml) => yaml.replace(/ {4}- \{ name: loose.*\n/, ""));

  expect(exitCode).not.toBe(0);
  expect(all).toMatch(/\[mandatory\].*image-tag-pinned/s);
  expect(await image()).toBe(before);
  expect(await checkout.kubectl("-n", "journey", "get", "deployment", "-o", "name")).not.toContain("loose");
});

test("drift made by hand is seen by refresh and repaired by up", async () => {
  await checkout.kubectl("-n", "journey", "set", "env", "deployment/orders", "LOG_LEVEL=debug");
  const { all } = await checkout.engine("refresh");
  expect(all).toMatch(/~.*Deployment orders updated/);

  await up();
  const env = await checkout.kubectl(
    "-n",
    "journey",
    "get",
    "deployment",
    "orders",
    "-o",
    "jsonpath={.spec.template.spec.containers[0].env}",
  );
  expect(env).toContain('{"name":"LOG_LEVEL","value":"info"}');
});

test("kill -9 of the engine in the middle of an up, followed by an up, converges", async () => {
  checkout.editStack(
    (yaml) => `${yaml}    - name: third
      tenant: journey
      build: { context: services/orders }
`,
  );
  const killed = checkout.engine("up");
  await waitFor(async () =>
    (await checkout.kubectl("-n", "journey", "get", "deployment", "-o", "name")).includes("third"),
  );
  await checkout.tool("pkill", "-9", "-f", `pulumi up --stack journey`);
  expect((await killed).exitCode).not.toBe(0);

  const repaired = await up();
  expect(repaired).toContain("taking its lock away");
  expect(repaired).toContain("third answers 200");
  expect(await up()).toMatch(/Resources:\s+\d+ unchanged/);

  // What the killed engine created belongs to this one now: it may change it.
  checkout.editStack((yaml) =>
    yaml.replace("LOG_LEVEL: info", "LOG_LEVEL: warn").replace("name: third\n", "name: third\n      replicas: 2\n"),
  );
  await up();
  checkout.editStack((yaml) => yaml.replace("LOG_LEVEL: warn", "LOG_LEVEL: info"));
});

test("a change that cannot become ready fails within its deadline, with the reason, and the old version serves on", async () => {
  const before = await version();
  checkout.editStack((yaml) => yaml.replace("LOG_LEVEL: info", "LOG_LEVEL: shouting"));
  const began = Date.now();
  const { exitCode, all } = await checkout.engine("up");

  expect(exitCode).not.toBe(0);
  expect((Date.now() - began) / 1000).toBeLessThan(180);
  // The reason is the process's own, not only the kubelet's.
  expect(all).toMatch(/CrashLoopBackOff|exited with code/);
  expect(await version()).toBe(before);
  checkout.editStack((yaml) => yaml.replace("LOG_LEVEL: shouting", "LOG_LEVEL: info"));
  await up();
});

test("a preview of prod needs no cluster and no credentials, and leaves the stack file as it was", async () => {
  const { exitCode, all } = await checkout.engine("preview", "prod", {
    KUBECONFIG: "/nonexistent",
    AWS_PROFILE: "none",
  });
  expect(exitCode, all).toBe(0);
  expect(all).toMatch(/\+ 120 to create/);
  expect(all).toContain("unreachable");
  expect(await checkout.tool("diff", "Pulumi.prod.yaml", resolve("Pulumi.prod.yaml"))).toBe("");
});

test("the rendered prod stack is what a real API server accepts", async () => {
  const out = `${checkout.state}/rendered`;
  await checkout.tool(process.execPath, "offline/main.ts", "render", "--stack", "prod", "--out", out);
  await checkout.kubectl("apply", "-f", `${out}/_cluster`);
  const accepted = await checkout.kubectl("apply", "-R", "-f", out, "--dry-run=server");
  await checkout.kubectl("delete", "-f", `${out}/_cluster`, "--ignore-not-found");
  expect(accepted.split("\n").length).toBeGreaterThan(5);
});

test("destroy leaves nothing", async () => {
  const { exitCode, all } = await checkout.engine("destroy");
  expect(exitCode, all).toBe(0);
  expect(await checkout.kubectl("get", "namespace", "-o", "name")).not.toContain("journey");
  expect(await checkout.tool("pulumi", "stack", "--stack", "journey", "--show-ids")).toContain(
    "Current stack resources (0)",
  );
});

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
    if (await condition()) return;
  }
  throw new Error("did not happen within a minute");
}
