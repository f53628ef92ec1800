import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, expect, test } from "vitest";
import { ensureTools } from "../../../lab/tools/ensure.ts";
import { Checkout } from "../checkout.ts";
import { Loki } from "./loki.ts";
import { PodRoot } from "./pod-root.ts";
import { Prometheus } from "./prometheus.ts";
import { rendered } from "./rendered.ts";

/**
 * What is too old goes: Prometheus and Loki with the configuration of a stack, given what was written days ago. They run as
 * processes of this machine, for nobody waits a day; all that differs are the ports and the time between two rounds.
 */
const DAY = 24 * 60 * 60 * 1000;
const now = Date.now();
const daysAgo = (days: number) => new Date(now - days * DAY);

const stack = `
config:
  slipway:environment: dev
  slipway:cluster: { context: lab }
  slipway:images: { registry: localhost:5000/aged }
  slipway:observability:
    metrics: { retention: 2d }
    logs: { retention: 4d, retentionByLevel: { debug: 1d }, retentionByTenant: { bank: 30d } }
    dashboards: { enabled: false }
  slipway:tenants: [{ name: shop }, { name: bank }]
`;

const tools = await ensureTools(["prometheus", "loki"]);
const folder = mkdtempSync(join(tmpdir(), "retention-"));
const checkout = new Checkout("aged");
checkout.writeStack(stack);
const manifests = rendered(checkout.folder, "aged", folder);
const roots: PodRoot[] = [];

afterAll(() => {
  for (const root of roots) root.remove();
  checkout.remove();
  rmSync(folder, { recursive: true });
});

function rootOf(program: string): PodRoot {
  const root = new PodRoot(
    manifests.find(({ kind, metadata }) => kind === "StatefulSet" && metadata.name === program)!,
    manifests,
  );
  roots.push(root);
  return root;
}

/** A port that nobody has at the moment. */
async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address() as { port: number };
    server.close(() => resolve(port));
  });
  return promise;
}

/** Uses a server from when it is ready on, and ends it. */
async function running(server: ReturnType<PodRoot["run"]>, ready: string, use: () => Promise<void>): Promise<void> {
  try {
    const status = async () => (await fetch(ready).catch(() => undefined))?.status;
    await expect.poll(status, { timeout: 60_000, interval: 250 }).toBe(200);
    await use();
  } finally {
    server.kill("SIGTERM");
    await server;
  }
}

test("Prometheus deletes blocks from before its retention, and no others", async () => {
  const root = rootOf("prometheus");
  const data = root.mount("data");
  const samples = [daysAgo(5), daysAgo(3), daysAgo(1)].map((time) => `aged ${time.getTime()} ${time.getTime() / 1000}`);
  root.write("/samples", ["# TYPE aged gauge", ...samples, "# EOF", ""].join("\n"));
  const made = ["tsdb", "create-blocks-from", "openmetrics", root.path("/samples"), root.path(data)];
  await execa(tools.bin("promtool"), made);
  const blocks = () => readdirSync(root.path(data)).filter((name) => /^[0-9A-Z]{26}$/.test(name));
  expect(blocks()).toHaveLength(3);

  const address = `127.0.0.1:${await freePort()}`;
  const server = root.run(tools.bin("prometheus"), [...root.args, `--web.listen-address=${address}`]);
  await running(server, `http://${address}/-/ready`, async () => {
    await expect.poll(blocks, { timeout: 60_000 }).toHaveLength(1);
    const [kept, ...others] = await new Prometheus(`http://${address}`).query("last_over_time(aged[10d])");
    expect(others).toEqual([]);
    expect(Number(kept?.value?.[1])).toBe(daysAgo(1).getTime());
  });
});

/** Lines of two tenants, by level and age, and whether the stack file keeps them. */
const lines = [
  { tenant: "shop", level: "info", days: 5, kept: false },
  { tenant: "shop", level: "info", days: 3, kept: true },
  { tenant: "shop", level: "debug", days: 3, kept: false },
  { tenant: "shop", level: "debug", days: 0.5, kept: true },
  { tenant: "bank", level: "info", days: 5, kept: true },
  { tenant: "bank", level: "debug", days: 3, kept: false },
];
const textOf = ({ tenant, level, days }: (typeof lines)[number]) => `${tenant} ${level} ${days}`;

test("Loki deletes lines by tenant and level, and no others", async () => {
  const root = rootOf("loki");
  const [port, grpc] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const quick = ["-ingester.min-ready-duration=0s", "-compactor.retention-delete-delay=1s"];
  const flags = [`-server.http-listen-port=${port}`, `-server.grpc-listen-port=${grpc}`, ...quick];
  const loki = (more: string[], use: () => Promise<void>) =>
    running(root.run(tools.bin("loki"), [...root.args, ...flags, ...more]), `${url}/ready`, use);

  const found = async () => {
    const entries = await new Loki(url).lines(`{k8s_namespace_name=~".+"}`, daysAgo(10));
    return entries.map(({ line }) => line).sort();
  };
  /** Each line has its own. */
  const chunks = () => filesBelow(root.path(`${root.mount("data")}/chunks/fake`));
  const marks = () => filesBelow(root.path(`${root.mount("data")}/compactor/retention`));

  await loki([], async () => {
    await push(url);
    // Lines of that age are not looked for in memory.
    await fetch(`${url}/flush`, { method: "POST" });
    await expect.poll(found, { timeout: 30_000 }).toEqual(lines.map(textOf).sort());
  });
  // Its index is now where the compactor looks.
  expect(chunks()).toHaveLength(lines.length);

  const compacting = ["-compactor.compaction-interval=5s"];
  await loki(compacting, () => expect.poll(() => marks().length, { timeout: 60_000 }).toBeGreaterThan(0));
  // What is marked is looked for once a minute, and at the start.
  await loki(compacting, async () => {
    const kept = lines.filter((line) => line.kept).map(textOf);
    await expect.poll(chunks, { timeout: 90_000 }).toHaveLength(kept.length);
    expect(await found()).toEqual(kept.sort());
  });
});

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function push(url: string): Promise<void> {
  const streams = lines.map((line) => ({
    stream: { k8s_namespace_name: line.tenant, severity_text: line.level, service_name: `aged-${line.days}` },
    values: [[`${daysAgo(line.days).getTime()}000000`, textOf(line)]],
  }));
  const headers = { "Content-Type": "application/json" };
  const request = { method: "POST", headers, body: JSON.stringify({ streams }) };
  expect((await fetch(`${url}/loki/api/v1/push`, request)).status).toBe(204);
}
