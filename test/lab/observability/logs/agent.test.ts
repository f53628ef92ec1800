import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensureTools } from "../../../../lab/tools/ensure.ts";
import { until } from "../traces/program.ts";
import { TestAgent } from "./agent.ts";
import { TestTaker } from "./taker.ts";

/** The agent of a stack on the loopback; in the cluster it is tested with everything else. */
const collector = (await ensureTools(["otelcol"])).bin("otelcol-contrib");

const SECRET = "hunter2-Zm9v";

let taker: TestTaker;
let agent: TestAgent;

async function begin(options: Parameters<typeof TestAgent.create>[2] = {}): Promise<void> {
  taker = await TestTaker.start();
  agent = await TestAgent.create(collector, taker.url, options);
}

async function end(): Promise<void> {
  await agent.remove();
  await taker.stop();
}

describe("lines and what becomes of them", () => {
  const panic = panicOf("goroutine of its own");
  const written = {
    structured: JSON.stringify({
      timestamp: "2026-01-31T10:00:00.000000001Z",
      level: "WARN",
      msg: "slow",
      service: "orders",
      trace_id: "0af7651916cd43dd8448eb211c80319c",
      span_id: "b7ad6b7169203331",
      order: { id: 123456789012345, password: SECRET, tags: ["a", "b"] },
      k8s_pod_name: "another",
    }),
    "by other names": JSON.stringify({
      ts: 1700000000.5,
      lvl: "ERROR+4",
      message: `dial postgres://app:${SECRET}@db`,
      traceID: "no id",
      service: "someone",
      Authorization: `Bearer ${SECRET}`,
      card: 4111111111111111,
    }),
    "without a message": JSON.stringify({
      level: "verbose",
      event: "e",
      secret: { a: [SECRET] },
      b: { token: SECRET },
    }),
    "without a known level": JSON.stringify({ level: 30, msg: 5 }),
    plain: `GET /?access_token=${SECRET}&page=2`,
    broken: `{"level":"info","password":"${SECRET}"`,
    long: `${"x".repeat(40_000)} end`,
    "of hostile names": JSON.stringify({ "": 1, 中: 2, _: 3, ok: 4, msg: "names", ["n".repeat(300)]: 5 }),
    "of many fields": JSON.stringify({
      ...Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`f${n}`, "v".repeat(1000)])),
      large: "v".repeat(10_000),
    }),
    "of great depth": `{"msg":"deep","a":${'{"a":'.repeat(200)}1${"}".repeat(200)}}`,
  };

  beforeAll(async () => {
    await begin({ redact: ["\\b\\d{16}\\b"] });
    await agent.start();
    agent.write("orders", Object.values(written));
    agent.write("orders", [...panic, '{"level":"info","msg":"meanwhile"}']);
    agent.write(
      "orders",
      ["-----BEGIN RSA PRIVATE KEY-----", SECRET.replace("-", "/"), "-----END RSA PRIVATE KEY-----"],
      {
        file: "1.log",
      },
    );
    agent.write("web", ['{"level":"info","msg":"of another"}'], { namespace: "bank" });
    await until("all lines", () => Promise.resolve(taker.taken.length >= Object.keys(written).length + 4));
  });

  afterAll(end);

  const line = (body: string | RegExp) => {
    const found = taker.taken.filter((taken) =>
      typeof body === "string" ? taken.body === body : body.test(taken.body),
    );
    expect(found).toHaveLength(1);
    return found[0]!;
  };

  test("none is missing, and none came twice", () => {
    expect(taker.taken).toHaveLength(Object.keys(written).length + 4);
  });

  test("an object: its message, its time beside the runtime's, its level, its place in a trace", () => {
    const { fields, ...slow } = line("slow");
    expect(slow).toMatchObject({
      severity: "warn",
      severityNumber: 13,
      traceId: "0af7651916cd43dd8448eb211c80319c",
      spanId: "b7ad6b7169203331",
      resource: {
        "service.name": "orders",
        "k8s.namespace.name": "shop",
        "k8s.container.name": "orders",
        "k8s.pod.name": "orders-7d4b9-x1",
        "k8s.node.name": "here",
      },
    });
    expect(Math.abs(Number(BigInt(slow.time) / 1_000_000n) - slow.at)).toBeLessThan(60_000);
    expect(fields).toEqual({
      "@timestamp": "2026-01-31T10:00:00.000000001Z",
      "log.level": "warn",
      "log.iostream": "stdout",
      "order.id": 123456789012345,
      "order.password": "****",
      "order.tags.0": "a",
      "order.tags.1": "b",
    });
  });

  test("an object whose logger has other names for the same", () => {
    expect(line("dial postgres://app:****@db")).toMatchObject({
      severity: "error",
      fields: {
        "@timestamp": 1700000000.5,
        "log.level": "error",
        traceID: "no id",
        "labels.service": "someone",
        Authorization: "****",
        card: "****",
      },
    });
  });

  test("an object without a message stays one, and what is secret in it is masked", () => {
    const { body, severity, fields } = line(/"event"/);
    expect(JSON.parse(body)).toEqual({ level: "verbose", event: "e", secret: "****", b: { token: "****" } });
    expect(severity).toBeUndefined();
    expect(fields).toMatchObject({ "log.level": "verbose", "secret.a.0": "****", "b.token": "****" });
  });

  test("a level or a message that is no text stays what it is", () => {
    expect(line('{"level":30,"msg":5}')).toMatchObject({ fields: { level: 30, msg: 5 } });
  });

  test("a text, and an object that is broken, stay as they are, without what is secret", () => {
    expect(line("GET /?access_token=****&page=2").fields).toEqual({ "log.iostream": "stdout" });
    expect(line('{"level":"info","password":"****"').severity).toBeUndefined();
  });

  test("a long line that the runtime writes in parts is one", () => {
    expect(line(/^x+ end$/).body).toHaveLength(40_004);
  });

  test("what Loki would refuse is not sent: names without a letter, too many fields, too long ones", () => {
    expect(Object.keys(line("names").fields).sort()).toEqual(["log.iostream", "ok"]);
    const many = line(/"f149"/).fields;
    expect(Object.keys(many).length).toBeLessThanOrEqual(100);
    expect(Object.keys(many).length).toBeGreaterThan(90);
    for (const value of Object.values(many)) expect(String(value).length).toBeLessThanOrEqual(8192);
    expect(Object.keys(line("deep").fields).every((name) => name.length <= 200)).toBe(true);
  });

  test("a panic is one entry, and fatal; what came meanwhile did not wait for it", () => {
    const { body, severity, at } = line(/^panic: /);
    expect(body.split("\n")).toEqual(panic);
    expect(severity).toBe("fatal");
    expect(line("meanwhile").at).toBeLessThan(at);
  });

  test("a private key of several lines is masked as a whole", () => {
    expect(line("****").fields).toEqual({ "log.iostream": "stdout" });
  });

  test("of other pods the container's name is that of the service, as long as no label says more", () => {
    expect(line("of another").resource).toMatchObject({ "service.name": "web", "k8s.namespace.name": "bank" });
  });

  test("no secret was sent in any form", () => {
    const all = taker.requests.join("");
    for (const secret of [SECRET, SECRET.replace("-", "/"), "4111111111111111"]) expect(all).not.toContain(secret);
  });

  test("the agent has nothing to complain about", () => {
    expect(agent.said.split("\n").filter((said) => /"level":"(warn|error)"/.test(said))).toEqual([]);
  });
});

describe("what is not lost", () => {
  const numbered = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) =>
      JSON.stringify({ level: "info", msg: `line ${from + n}`, password: SECRET }),
    );
  const numbers = (container: string) =>
    new Set(taker.of(container).map(({ body }) => Number(body.replace("line ", ""))));

  beforeEach(() => begin({ queueSize: "1Mi" }));
  afterEach(end);

  test("10,000 lines, while the agent is killed four times", async () => {
    await agent.start();
    for (let from = 0; from < 10_000; from += 100) {
      agent.write("orders", numbered(from, 100));
      await sleep(20);
      if (from % 2000 === 1000) {
        await agent.end("SIGKILL");
        await agent.start();
      }
    }
    await until("all lines", () => Promise.resolve(numbers("orders").size === 10_000), 30);
    // Some came twice, but as the same, so that Loki drops the second.
    const distinct = new Set(taker.of("orders").map((line) => sorted({ ...line, at: 0 })));
    expect(distinct.size).toBe(10_000);
  });

  test("lines that were written while there was no agent, into two files", async () => {
    agent.write("orders", numbered(0, 500));
    agent.rotate("orders");
    agent.write("orders", numbered(500, 500));
    await agent.start();
    await until("all lines", () => Promise.resolve(numbers("orders").size === 1000));
    agent.write("orders", numbered(1000, 500));
    agent.rotate("orders");
    agent.write("orders", numbered(1500, 500));
    await until("all lines", () => Promise.resolve(numbers("orders").size === 2000));
    expect(taker.of("orders")).toHaveLength(2000);
  });

  test("a flood of one service, which fills its own queue and holds up no other", async () => {
    taker.refused.add("orders");
    await agent.start();
    // Twenty times of what its queue has room for.
    agent.write("orders", numbered(0, 40_000));
    await sleep(3000);
    for (let n = 0; n < 10; n += 1) {
      const before = Date.now();
      agent.write("web", numbered(n, 1));
      await until("the other's line", () => Promise.resolve(numbers("web").has(n)), 5);
      expect(Date.now() - before).toBeLessThan(5000);
    }
    expect(taker.of("orders")).toEqual([]);

    // What waits on the disk has no secrets in it.
    const queued = agent.queued();
    expect(queued).toContain("line 1");
    expect(queued).not.toContain(SECRET);
    expect(queued.length).toBeLessThan(4 * 1024 * 1024);

    await agent.end("SIGKILL");
    await agent.start();
    taker.refused.clear();
    await until("the flood", () => Promise.resolve(numbers("orders").size === 40_000), 60);
  });
});

/** A value as a text, the same in whatever order its fields are. */
function sorted(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const fields = Object.entries(value).map(([name, inner]) => `${name}: ${sorted(inner)}`);
  return `{ ${fields.sort().join(", ")} }`;
}

/** What a program printed when it died. */
function panicOf(name: string): string[] {
  const file = new URL("../../../unit/components/observability/logs/agent/panics.txt", import.meta.url);
  const [, text = ""] = readFileSync(file, "utf8").split(`=== ${name}\n`);
  return text.split("\n===")[0]!.trimEnd().split("\n");
}
