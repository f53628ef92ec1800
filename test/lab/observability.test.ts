import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leftovers } from "./observability/leftovers.ts";
import { kubectl } from "./observability/cluster.ts";
import { askedByDashboards, hasData, metricsOf, onlyAfterFailures } from "./observability/dashboards.ts";
import { delaysOfLines } from "./observability/delays.ts";
import { isBack, killInTurn, restarts } from "./observability/kill.ts";
import { workingSets } from "./observability/memory.ts";
import { injectFaults, newTrace, Orders } from "./observability/orders.ts";
import { rotations } from "./observability/rotations.ts";
import { fixedTraces } from "./observability/samples.ts";
import { arrived, numbered, told } from "./observability/scribe.ts";
import { addresses, AGENTS, isWatched, MONITORING, SCRAPE, TENANT, WatchedStack } from "./observability/stack.ts";
import { expectedTargets, targetsOf } from "./observability/targets.ts";
import { Traffic } from "./observability/traffic.ts";
import { waited } from "./observability/wait.ts";

/**
 * The whole monitoring on the real cluster, in order, as it takes a while to come up: what needs a while by itself, such as
 * a minute of traffic, goes on beside the next tests.
 */
const beside = await isWatched();
const stack = new WatchedStack(beside);
let said: string;
let at: Awaited<ReturnType<typeof addresses>>;
let orders: Orders;

beforeAll(async () => {
  said = await stack.up();
  at = await addresses();
  orders = new Orders(at.gateway);
  // Traefik follows new routes two seconds after it has accepted them.
  await waited(30, async () => (await orders.send({ path: "/api/v1/orders" })).status === 200);
});

afterAll(async () => {
  orders?.close();
  await stack.remove();
});

test("up says where everything is", () => {
  for (const [program, port] of Object.entries({ prometheus: 9090, loki: 3100, jaeger: 16686 })) {
    expect(said).toMatch(new RegExp(`^ *${program}: http://[\\d.]+:${port}$`, "m"));
  }
});

describe("signals name each other", () => {
  const [ordinary, failed] = [fixedTraces("ordinary", 300), fixedTraces("failed", 20)];

  // What is told of them takes a while, in which the first test looks for its own.
  beforeAll(async () => {
    const ask = ({ headers }: (typeof ordinary)[number]) => orders.send({ path: "/api/v1/orders/none", headers });
    for (const trace of ordinary) expect((await ask(trace)).status).toBe(404);
    await injectFaults({ errorRate: 1 });
    for (const trace of failed) expect((await ask(trace)).status).toBe(500);
    await injectFaults({});
  });

  test("a request is found by its trace id in Prometheus, Loki and Jaeger within 30 s", async () => {
    const { id, headers } = newTrace();
    const began = new Date();
    // Slow, and therefore kept.
    await injectFaults({ latency: "600ms" });
    const { status } = await orders.send({ path: "/api/v1/orders?limit=1", headers });
    await injectFaults({});
    expect(status).toBe(200);

    const exemplar = async () => {
      const series = await at.prometheus.exemplars(`http_request_duration_seconds_bucket{service="orders"}`, began);
      return series.flatMap(({ exemplars }) => exemplars).find(({ labels }) => labels.trace_id === id);
    };
    const line = async () => (await at.loki.lines(`{service_name="orders"} | trace_id="${id}"`, began))[0];
    const found = async () => [await exemplar(), await line(), await at.jaeger.trace(id)].map(Boolean);
    const left = () => began.getTime() + 30_000 - Date.now();
    await expect.poll(found, { timeout: left(), interval: 500 }).toEqual([true, true, true]);

    expect(Number((await exemplar())?.value)).toBeGreaterThan(0.6);
    const { labels, metadata } = (await line())!;
    expect(labels).toMatchObject({
      k8s_namespace_name: TENANT,
      k8s_container_name: "orders",
      severity_text: "info",
    });
    expect(metadata.k8s_pod_name).toMatch(/^orders-/);
    // The line leads to the very span that it was written in.
    const { spans, processes } = (await at.jaeger.trace(id))!;
    const span = spans.find(({ spanID }) => spanID === metadata.span_id);
    expect(span?.operationName).toBe("GET /api/v1/orders");
    expect(processes[span?.processID ?? ""]?.serviceName).toBe("orders");
  });

  test("of ordinary traces a tenth is kept, of those with an error all, and metrics are counted from every one", async () => {
    const ids = failed.map(({ id }) => id);
    await expect.poll(() => at.jaeger.kept(ids), { timeout: 30_000, interval: 1000 }).toEqual(ids);
    // Always the same, for the collector chooses by the id: 30 but for the luck of ours.
    const kept = await at.jaeger.kept(ordinary.map(({ id }) => id));
    expect(kept.length).toBeGreaterThan(15);
    expect(kept.length).toBeLessThan(50);

    const counted = (status: number) =>
      at.prometheus.value(
        `sum(traces_span_metrics_calls_total{service_name="orders",http_route="/api/v1/orders/:id",http_response_status_code="${status}"})`,
      );
    const both = async () => [await counted(404), await counted(500)];
    await expect.poll(both, { timeout: 60_000, interval: 1000 }).toEqual([300, 20]);
  });
});

describe("what is in a line", () => {
  test("a secret arrives as stars, wherever in the line it stood, and the rest of the line is there", async () => {
    const [tag, value, began] = ["hidden", `canary${randomBytes(12).toString("hex")}`, new Date()];
    const { written } = await told(at.scribe, "secret", { tag, value });
    const fields = () => at.loki.lines(`{service_name="scribe"} | tag="${tag}"`, began);
    const plain = () => at.loki.lines(`{service_name="scribe"} |= "plain ${tag}"`, began);
    const lines = async () => [...(await fields()), ...(await plain())];
    await expect.poll(async () => (await lines()).length, { timeout: 30_000 }).toBe(written);

    expect((await lines()).map(({ line }) => line)).toEqual([
      "secret fields",
      "connecting to postgres://ada:****@db:5432/orders",
      'refused {"password": "****", "token": "****"}',
      `plain ${tag}: password=**** client_secret: '****' Authorization: Bearer ****`,
    ]);
    expect((await fields())[0]?.metadata).toMatchObject({ user: "ada", password: "****", db_password: "****" });
    // Searched for here and not by Loki, which logs what it is asked.
    const everything = await at.loki.lines(`{service_name=~".+"}`, began);
    expect(
      everything.filter((entry) => JSON.stringify([entry.line, entry.labels, entry.metadata]).includes(value)),
    ).toEqual([]);
  });

  test("a Go program's last words are one entry, of level fatal", async () => {
    const [began, first] = [new Date(), await restarts(TENANT, "scribe")];
    await expect(told(at.scribe, "panic", {})).rejects.toThrow();
    const words = () => at.loki.lines(`{service_name="scribe"} |~ "panic|goroutine|main\\\\.go"`, began);
    await expect.poll(async () => (await words()).length, { timeout: 30_000 }).toBeGreaterThan(0);

    const [entry, ...others] = await words();
    expect(others).toEqual([]);
    expect(entry?.line).toMatch(
      /^panic: scribe was asked to die\n.*goroutine \d+ \[running\]:.*main\.go:\d+.*created by main/s,
    );
    expect(entry?.labels.severity_text).toBe("fatal");
    await isBack(TENANT, "scribe", first);
  });
});

/** A minute of users, beside a service that writes so much that its file is rotated. */
let traffic: Traffic;
let rotated: { began: Date; written: Promise<unknown> };

describe("beside traffic", () => {
  beforeAll(() => {
    traffic = new Traffic(orders, 20);
    const parameters = { count: 150_000, rate: 2500, tag: "rotated", pad: 80 };
    rotated = { began: new Date(), written: told(at.scribe, "lines", parameters) };
    // Whoever awaits it sees the error; until then it is not unhandled.
    rotated.written.catch(() => undefined);
  });

  test("every target is up, and none is missing", async () => {
    const names = async () => (await targetsOf(at.prometheus)).map(({ name }) => name);
    await expect.poll(names, { timeout: 30_000 }).toEqual(expectedTargets(beside));
    const down = async () => (await targetsOf(at.prometheus)).filter(({ health }) => health !== "up");
    await expect.poll(down, { timeout: 6 * SCRAPE * 1000 }).toEqual([]);
  });

  test("kubectl top and an autoscaler see what pods use", async () => {
    const top = () => kubectl("-n", TENANT, "top", "pods", "--no-headers");
    await expect
      .poll(() => top().catch(String), { timeout: 60_000, interval: 1000 })
      .toMatch(/^orders-\S+ +\d+m +\d+Mi/m);

    const metadata = { name: "scribe", namespace: TENANT };
    const scaleTargetRef = { apiVersion: "apps/v1", kind: "Deployment", name: "scribe" };
    const spec = { scaleTargetRef, minReplicas: 1, maxReplicas: 1 };
    const autoscaler = { apiVersion: "autoscaling/v2", kind: "HorizontalPodAutoscaler", metadata, spec };
    await execa("kubectl", ["apply", "-f", "-"], { input: JSON.stringify(autoscaler) });
    const seen = () =>
      kubectl(
        ...["-n", TENANT, "get", "hpa", "scribe"],
        "-o=jsonpath={.status.currentMetrics[0].resource.current.averageUtilization}",
      );
    await expect.poll(seen, { timeout: 60_000, interval: 1000 }).toMatch(/^\d+$/);
    await kubectl("-n", TENANT, "delete", "hpa", "scribe");
  });

  test("a minute of it gives every panel something to show", async () => {
    await sleep(Math.max(0, traffic.began.getTime() + 65_000 - Date.now()));
    expect(Object.keys(traffic.answers)).toEqual(["200", "201", "404", "422", "500"]);

    const empty: string[] = [];
    for (const expression of askedByDashboards()) {
      if (!(await hasData(expression, at)))
        empty.push(`${expression.dashboard}, ${expression.panel}: ${expression.expr}`);
    }
    await traffic.stop();
    expect(empty).toEqual([]);
  });

  test("of 150,000 lines through two rotations of their file, every one is there once", async () => {
    await rotated.written;
    expect(await rotations(TENANT, "scribe")).toBeGreaterThanOrEqual(2);
    await waited(60, async () => (await at.loki.count(numbered("rotated"), rotated.began)) >= 150_000);
    const all = { lines: 150_000, distinct: 150_000, missing: [] };
    expect(await arrived(at.loki, "rotated", 150_000, rotated.began)).toEqual(all);
  });
});

describe("when something is killed", () => {
  test("of 10,000 lines every one is there once, and so are samples from before", async () => {
    const began = new Date();
    const samples = (time: Date) => at.prometheus.value("sum(count_over_time(up[1m]))", time).catch(() => undefined);
    const known = await samples(began);
    const writing = told(at.scribe, "lines", { count: 10_000, rate: 400, tag: "killed" });

    const [agent, loki, prometheus] = [
      [AGENTS, "log-agent"],
      [MONITORING, "loki"],
      [MONITORING, "prometheus"],
    ] as const;
    await Promise.all([writing, killInTurn([agent, loki, agent, prometheus])]);

    await waited(120, async () => (await at.loki.count(numbered("killed"), began)) >= 10_000);
    expect(await arrived(at.loki, "killed", 10_000, began)).toEqual({ lines: 10_000, distinct: 10_000, missing: [] });
    // As many as before of the minute before, and new ones.
    expect(known).toBeGreaterThan(100);
    expect(await samples(began)).toBe(known);
    expect(await samples(new Date())).toBeGreaterThan(0);
  });
});

test("a second up changes nothing", async () => {
  said = await stack.up();
  expect(said).toMatch(/Resources:\s+\d+ unchanged/);
  expect(said).not.toMatch(/\d+ (created|updated|replaced|deleted)/);
});

describe("what it costs", () => {
  test("a flood of one service does not hold up the lines of another", async () => {
    // Twice what one service may write, for twenty seconds; the kubelet evicts a pod that has 256Mi on its disk.
    const flood = told(at.loud, "lines", { count: 160_000, rate: 8000, pad: 1000, tag: "flood" });
    const [delays, { written, seconds }] = await Promise.all([
      delaysOfLines(orders, at.loki, "in-the-flood", 20),
      flood,
    ]);
    expect(Math.max(...delays), `seconds: ${delays.join(" ")}`).toBeLessThan(30);
    // It was one.
    expect((written * 1000) / seconds).toBeGreaterThan(4 * 2 ** 20);
  });

  test("all of it together needs less than a gibibyte, and each part less than it may have", async () => {
    const { table, total, excessive } = await workingSets(at.prometheus);
    expect(excessive, table).toEqual([]);
    expect(total, table).toBeLessThan(1024);
  });
});

test("after all this, no panel asks for a metric that nobody exports", async () => {
  // Loki counts what it refuses from the first time on.
  expect(await at.loki.pushEarly()).toBe(400);
  const metrics = new Set(askedByDashboards().flatMap(metricsOf));
  expect(metrics.size).toBeGreaterThan(30);
  const unknown = async () => {
    const known = new Set([...(await at.prometheus.names()), ...onlyAfterFailures]);
    return [...metrics].filter((name) => !known.has(name));
  };
  await expect.poll(unknown, { timeout: 30_000, interval: 2_000 }).toEqual([]);
});

test("destroy leaves nothing behind in the cluster", async () => {
  // The search finds it while it is there.
  expect(await leftovers()).toEqual(
    expect.arrayContaining([`namespace/${AGENTS}`, expect.stringMatching(/^clusterrole/)]),
  );
  await stack.destroy();
  expect(await leftovers()).toEqual([]);
  if (!beside) expect(await isWatched()).toBe(false);
});
