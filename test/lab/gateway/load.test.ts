import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Checkout } from "../checkout.ts";
import { ask } from "./ask.ts";
import { Attack, type Report } from "./attack.ts";
import { drain } from "./drain.ts";

/**
 * No request is lost while pods come and go: 500 requests a second through the gateway, half of them on connections
 * that are kept and half on new ones, a third of them POSTs, which nobody may repeat.
 */
const PER_SECOND = 500;

const stack = `
config:
  slipway:environment: dev
  slipway:cluster: { context: lab }
  slipway:images: { registry: localhost:5000/load, mirror: localhost:5000 }
  slipway:gateway: { class: traefik, name: load, namespace: traefik, hosts: [load.test] }
  slipway:tenants:
    - name: load
      quota: { requestsCpu: "2", requestsMemory: 2Gi, limitsCpu: "4", limitsMemory: 4Gi }
  slipway:services:
    - name: orders
      tenant: load
      build: { context: services/orders }
      replicas: 2
      env: { LOG_LEVEL: warn }
      routes: [{ path: /api/v1 }, { path: /health }]
`;

const checkout = new Checkout("load");
let address: string;

beforeAll(async () => {
  checkout.writeStack(stack);
  await up();
  const status = "jsonpath={.status.addresses[0].value}";
  address = await checkout.kubectl("-n", "traefik", "get", "gateway", "load", "-o", status);
  // Traefik follows new routes two seconds after it has accepted them.
  for (const path of ["/health", "/api/v1/orders"]) {
    while ((await ask(address, "", `http://load.test${path}`)).status !== 200) await sleep(100);
  }
});

afterAll(async () => {
  await checkout.engine("destroy");
  checkout.remove();
});

async function up(): Promise<void> {
  const { exitCode, all } = await checkout.engine("up");
  expect(exitCode, all).toBe(0);
}

const order = { customer: "ada", currency: "EUR", items: [{ sku: "book", quantity: 1, unitPrice: 1250 }] };

function targets(): object[] {
  const header = { Host: ["load.test"], "Content-Type": ["application/json"] };
  const url = (path: string) => `http://${address}${path}`;
  return [
    { method: "GET", url: url("/health"), header },
    { method: "GET", url: url("/api/v1/orders?limit=1"), header },
    { method: "POST", url: url("/api/v1/orders"), header, body: Buffer.from(JSON.stringify(order)).toString("base64") },
  ];
}

/** Replaces every pod under load, until the last old one is gone, and holds every single answer to it. */
async function underLoad(replace: (pods: string[]) => Promise<void>): Promise<void> {
  const before = await pods();
  const attacks = [true, false].map((keepAlive) => new Attack(targets(), { perSecond: PER_SECOND / 2, keepAlive }));
  const reports: Report[] = [];
  try {
    await replace(before);
    const gone = before.map((pod) => `pod/${pod}`);
    await checkout.kubectl("-n", "load", "wait", "--for=delete", "--timeout=60s", ...gone);
  } finally {
    for (const attack of attacks) reports.push(await attack.stop());
  }
  for (const { requests, rate, status_codes: codes, errors } of reports) {
    console.log(JSON.stringify({ requests, rate, codes, errors }));
    const { 200: read = 0, 201: created = 0, ...others } = codes;
    expect({ others, errors }).toEqual({ others: {}, errors: [] });
    expect(read + created).toBe(requests);
    expect(created).toBeGreaterThan(requests / 4);
    // A generator that does not keep up would prove nothing.
    expect(rate).toBeGreaterThan((PER_SECOND / 2) * 0.98);
  }
}

/** Names of the pods that serve now. */
async function pods(): Promise<string[]> {
  const names = await checkout.kubectl(
    ...["-n", "load", "get", "pods", "-l", "app.kubernetes.io/name=orders", "--field-selector=status.phase=Running"],
    "-o=jsonpath={.items[*].metadata.name}",
  );
  return names.split(" ");
}

test("a rolling update to a new version", async () => {
  checkout.edit("services/orders/internal/api/router.go", (source) => `${source}\n// Changed.\n`);
  checkout.commit("a new version");
  await underLoad(up);
});

test("a node drain: evictions wait for the disruption budget", async () => {
  let refused = 0;
  await underLoad(async (pods) => {
    refused = await drain("load", pods);
  });
  expect(refused).toBeGreaterThan(0);
});

test("an update under a quota that has room for exactly one pod more", async () => {
  // Profile web: 200m and 128Mi requested, up to 500m and 256Mi; two pods and the one that comes first.
  const quota = "{ requestsCpu: 600m, requestsMemory: 384Mi, limitsCpu: 1500m, limitsMemory: 768Mi }";
  checkout.editStack((yaml) => yaml.replace(/quota: .*/, `quota: ${quota}`));
  await up();
  checkout.editStack((yaml) => yaml.replace("LOG_LEVEL: warn", "LOG_LEVEL: error"));
  await underLoad(up);
});
