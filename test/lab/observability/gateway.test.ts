import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TracesArgs } from "../../../components/observability/traces/args.ts";
import { ensureTools } from "../../../lab/tools/ensure.ts";
import { TestGateways } from "./traces/gateway.ts";
import { TestJaeger, type FoundTrace } from "./traces/jaeger.ts";
import { until } from "./traces/program.ts";
import { send, traceId, type TestSpan } from "./traces/spans.ts";

/** Gateway and Jaeger on the loopback, by their own configuration; in the cluster they are tested with everything else. */
const tools = await ensureTools(["otelcol", "jaeger"]);
const collector = tools.bin("otelcol-contrib");

const quick: Partial<TracesArgs> = { sampling: { wait: "1s" }, spanMetrics: { interval: "1s" } };

let jaeger: TestJaeger;

beforeAll(async () => {
  jaeger = await TestJaeger.start(tools.bin("jaeger-all-in-one"));
});

afterAll(() => jaeger?.stop());

describe("one gateway", () => {
  const ordinary = Array.from({ length: 400 }, (_, index) => span({ trace: `ordinary ${index}`, milliseconds: 20 }));
  const failed = Array.from({ length: 20 }, (_, index) =>
    span({ trace: `failed ${index}`, milliseconds: 20, failed: true }),
  );
  const slow = Array.from({ length: 20 }, (_, index) => span({ trace: `slow ${index}`, milliseconds: 600 }));

  let gateway: TestGateways;
  let kept: FoundTrace[];

  beforeAll(async () => {
    gateway = await TestGateways.start(collector, jaeger.otlp, quick);
    const [endpoint] = gateway.endpoints;
    await send(endpoint!, "one", [...ordinary, ...failed, ...slow]);
    // Sent last and always kept: when it is there, all are decided upon.
    await send(endpoint!, "one", last);
    await until("the last trace", async () => idsOf(await jaeger.traces("one")).includes(traceId(secret.trace)));
    // Jaeger stores what it got at once in any order.
    await sleep(1000);
    kept = await jaeger.traces("one");
  });

  afterAll(() => gateway?.stop());

  /** With everything in it that nobody is to read. */
  const secret = {
    trace: "last",
    milliseconds: 700,
    attributes: {
      "url.full": "https://me:s3cret@pay.example.com/charge?token=s3cret&order=42",
      "http.request.header.authorization": "Bearer s3cret-s3cret",
      "db.query.text": "host=db password=s3cret dbname=orders",
    },
  };
  const last = [
    span(secret),
    span({ ...secret, name: "event", event: { "exception.message": "dial amqp://me:s3cret@queue: refused" } }),
  ];

  test("keeps every trace in error and every slow one", () => {
    const ids = idsOf(kept);
    for (const { trace } of [...failed, ...slow]) expect(ids, trace).toContain(traceId(trace));
  });

  test("keeps about a tenth of the rest", () => {
    const rest = idsOf(kept).filter((id) => ordinary.some(({ trace }) => traceId(trace) === id));
    expect(rest.length).toBeGreaterThan(ordinary.length * 0.05);
    expect(rest.length).toBeLessThan(ordinary.length * 0.15);
  });

  test("passes on no credential, of a span with an event or without, and the rest of what held it", () => {
    const text = JSON.stringify(kept.find(({ traceID }) => traceID === traceId(secret.trace)));
    expect(text).not.toContain("s3cret");
    expect(text).toContain("dial amqp://****@queue: refused");
    expect(text).toContain("https://****@pay.example.com/charge?token=****&order=42");
  });

  test("counts every span, kept or not, with exemplars of those that are slow or failed", async () => {
    const text = await until("span metrics", async () => {
      const answer = await fetch(gateway.spanMetrics[0]!, { headers: { accept: "application/openmetrics-text" } });
      const metrics = await answer.text();
      return counted(metrics) === ordinary.length + failed.length + slow.length + last.length && metrics;
    });
    expect(text).toMatch(/traces_span_metrics_calls_total\{[^}]*status_code="STATUS_CODE_ERROR"[^}]*\} 20\.0/);
    expect(text).toMatch(/traces_span_metrics_duration_seconds_bucket\{[^}]*http_route="\/orders"[^}]*le="0\.025"/);
    // Nothing in a label that a restart of gateway or service would change.
    expect(text).not.toMatch(/collector_instance_id|instance="/);
  });

  test("an exemplar stands for an interval, and leads to its trace", async () => {
    const id = traceId("exemplar");
    const metrics = await until("exemplar", async () => {
      await send(gateway.endpoints[0]!, "one", [span({ trace: "exemplar", milliseconds: 20, failed: true })]);
      const answer = await fetch(gateway.spanMetrics[0]!, { headers: { accept: "application/openmetrics-text" } });
      const text = await answer.text();
      return text.includes(`trace_id="${id}"`) && text;
    });
    expect(metrics).toMatch(new RegExp(`duration_seconds_bucket\\{[^}]*\\} \\d+ # \\{[^}]*trace_id="${id}"`));
  });
});

test("a gateway that is told to go decides with what it has, and sends it on first", async () => {
  const gateway = await TestGateways.start(collector, jaeger.otlp, { sampling: { wait: "5m", ratio: 0 } });
  const names = ["undecided 1", "undecided 2"];
  await send(
    gateway.endpoints[0]!,
    "leaving",
    names.map((trace) => span({ trace, milliseconds: 20, failed: true })),
  );
  await gateway.stop();
  await until("its traces", async () => (await jaeger.traces("leaving")).length === names.length);
});

test("several gateways: what they get of a trace meets in one of them, whichever span made it worth keeping", async () => {
  const gateways = await TestGateways.start(collector, jaeger.otlp, {
    ...quick,
    replicas: 2,
    // Long enough for the second half of a trace to come by way of the other gateway, on a busy machine, too.
    sampling: { wait: "5s", ratio: 0 },
  });
  try {
    const names = Array.from({ length: 30 }, (_, index) => `shared ${index}`);
    const [first, second] = gateways.endpoints;
    await send(
      first!,
      "several",
      names.map((trace) => span({ trace, name: "root", milliseconds: 30 })),
    );
    await send(
      second!,
      "several",
      names.map((trace) => span({ trace, parent: "root", milliseconds: 20, failed: true })),
    );
    const kept = await until("all traces", async () => {
      const traces = await jaeger.traces("several");
      return traces.length === names.length && traces.every(({ spans }) => spans.length === 2) && traces;
    });
    expect(idsOf(kept).sort()).toEqual(names.map(traceId).sort());
  } finally {
    await gateways.stop();
  }
});

function span(more: Partial<TestSpan> & { trace: string; milliseconds: number }): TestSpan {
  const http = { "http.route": "/orders", "http.request.method": "GET" };
  return { name: "GET /orders", ...more, attributes: { ...http, ...more.attributes } };
}

function idsOf(traces: FoundTrace[]): string[] {
  return traces.map(({ traceID }) => traceID);
}

/** Calls of all series together. */
function counted(metrics: string): number {
  const calls = metrics.matchAll(/^traces_span_metrics_calls_total\{[^}]*\} (\S+)/gm);
  return [...calls].reduce((sum, [, value]) => sum + Number(value), 0);
}
