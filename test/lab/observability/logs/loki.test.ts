import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureTools } from "../../../../lab/tools/ensure.ts";
import { Emulator } from "../bucket/emulator.ts";
import { Loki } from "../loki.ts";
import { until } from "../traces/program.ts";
import { TestAgent } from "./agent.ts";
import { TestLokis } from "./lokis.ts";

/** Loki and the agent of a stack on the loopback, by their own configuration. */
const tools = await ensureTools(["otelcol", "loki"]);

const since = new Date(Date.now() - 60_000);
const object = (fields: object) => JSON.stringify({ level: "info", ...fields });

describe("one Loki, and what agents send", () => {
  let lokis: TestLokis;
  let loki: Loki;
  let agent: TestAgent;

  beforeAll(async () => {
    lokis = await TestLokis.start(tools.bin("loki"), { rateLimit: "256Ki" });
    loki = new Loki(lokis.url(0));
    agent = await TestAgent.create(tools.bin("otelcol-contrib"), `${lokis.url(0)}/otlp`);
    await agent.start();
  });

  afterAll(async () => {
    await agent.remove();
    await lokis.remove();
  });

  test("takes lines of every shape, and makes a label of nothing that programs say", async () => {
    const hostile = [
      object({ msg: "names", "": 1, 中: 2, _: 3, "9": 4, a_b: 5, "a.b": 6, ["n".repeat(300)]: 7 }),
      object({ msg: "spoofed", service_name: "x", k8s_pod_name: "x", severity_text: "x", "service.name": "x" }),
      object({ msg: "unknown level", level: "verbose ".repeat(1000) }),
      object({ msg: "many", ...Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`f${n}`, "v".repeat(500)])) }),
      object({
        msg: "large",
        ...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`f${n}`, "v".repeat(10_000)])),
      }),
      object({ msg: "control\u0000\u001b[31m", field: "\u0000" }),
      "y".repeat(300_000),
      "half a pair \ud800",
      "",
    ];
    agent.write("orders", hostile);
    const lines = await found(`{service_name="orders"}`, hostile.length + 1);
    // The longest came in two.
    expect(lines).toHaveLength(hostile.length + 1);
    expect(lines.find(({ line }) => line === "spoofed")?.metadata).toMatchObject({ k8s_pod_name: "orders-7d4b9-x1" });
    const labels = (await (await fetch(`${lokis.url(0)}/loki/api/v1/labels`)).json()) as { data: string[] };
    expect(labels.data).toEqual(["k8s_container_name", "k8s_namespace_name", "service_name", "severity_text"]);
    expect(agent.said).not.toContain("Dropping data");
  });

  test("slows a service down that writes too much: none of its lines is lost, or there twice, or holds up another's", async () => {
    const count = 6000;
    const pad = "x".repeat(2000);
    agent.write(
      "loud",
      Array.from({ length: count }, (_, n) => object({ msg: `line ${n}`, pad })),
    );
    for (let n = 0; n < 5; n += 1) {
      agent.write("orders", [object({ msg: `meanwhile ${n}` })]);
      await found(`{service_name="orders"} |= "meanwhile ${n}"`, 1, 10);
    }
    const all = await found(`{service_name="loud"}`, count, 120);
    expect(all).toHaveLength(count);
    expect(new Set(all.map(({ line }) => line)).size).toBe(count);
    expect(agent.said).toContain("429");
  });

  async function found(query: string, count: number, seconds = 20) {
    let lines = await loki.lines(query, since);
    const enough = async () => {
      lines = await loki.lines(query, since);
      return lines.length >= count;
    };
    await until(`${count} of ${query}`, enough, seconds);
    return lines;
  }
});

describe("three Lokis and a bucket", () => {
  let store: Emulator;
  let lokis: TestLokis;

  beforeAll(async () => {
    store = await Emulator.start();
    const { bucket, region, url: endpoint } = store;
    const s3 = { bucket, region, endpoint, credentials: "loki-s3" };
    lokis = await TestLokis.start(tools.bin("loki"), { replicas: 3, storage: "1Gi", s3 }, store.keys);
  });

  afterAll(async () => {
    await lokis?.remove();
    await store?.stop();
  });

  const counts = (...indices: number[]) =>
    Promise.all(
      indices.map(async (index) => (await new Loki(lokis.url(index)).lines(`{service_name="orders"}`, since)).length),
    );

  test("one may be away, and none has lost a line when it is back", async () => {
    await push(0, "before", 1000);
    expect(await counts(0, 1, 2)).toEqual([1000, 1000, 1000]);
    await lokis.end(2, "SIGKILL");
    await push(1, "meanwhile", 1000);
    expect(await counts(0, 1)).toEqual([2000, 2000]);
    await lokis.run(2);
    expect(await counts(0, 1, 2)).toEqual([2000, 2000, 2000]);
  });

  test("lines go to the bucket, and are found there once, however many have brought them", async () => {
    for (const index of [0, 1, 2]) await fetch(`${lokis.url(index)}/flush`, { method: "POST" });
    const chunks = async () => (await store.objects()).some((name) => name.startsWith("fake/"));
    await until("there are chunks", chunks, 60);
    expect(await counts(0, 1, 2)).toEqual([2000, 2000, 2000]);
  });

  async function push(index: number, name: string, count: number): Promise<void> {
    const now = BigInt(Date.now()) * 1_000_000n;
    const attributes = [{ key: "service.name", value: { stringValue: "orders" } }];
    const logRecords = Array.from({ length: count }, (_, n) => ({
      timeUnixNano: `${now + BigInt(n)}`,
      body: { stringValue: `${name} ${n}` },
    }));
    const body = JSON.stringify({ resourceLogs: [{ resource: { attributes }, scopeLogs: [{ logRecords }] }] });
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch(`${lokis.url(index)}/otlp/v1/logs`, { method: "POST", headers, body });
    expect(answer.status, await answer.text()).toBe(204);
  }
});
