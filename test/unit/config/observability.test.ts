import fc from "fast-check";
import { expect, test } from "vitest";
import { milliseconds } from "../../../config/duration.ts";
import { parseStack, type StackConfig } from "../../../config/stack.ts";

const valid = {
  environment: "prod",
  cluster: { context: "lab" },
  images: { registry: "localhost:5000/slipway" },
  tenants: [{ name: "shop" }],
  services: [{ name: "orders", tenant: "shop", image: "r.dev/orders:1" }],
};
const grafana = { adminSecret: "grafana-admin" };

function problemsOf(stack: Record<string, unknown>): string[] {
  const parsed = parseStack({ ...valid, ...stack }, "prod");
  return parsed.ok ? [] : parsed.problems;
}

function observabilityOf(stack: Record<string, unknown>): StackConfig["clusters"][number]["observability"] {
  const parsed = parseStack({ ...valid, ...stack }, "prod");
  if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
  return parsed.config.clusters[0]?.observability;
}

test("a stack that does not speak of the monitoring brings none, nor does one that says so", () => {
  expect(observabilityOf({})).toBeUndefined();
  expect(observabilityOf({ observability: { install: false, namespace: "telemetry" } })).toBeUndefined();
});

test("what is there follows from the environment, and each part can be left out", () => {
  expect(observabilityOf({ observability: { dashboards: grafana } })).toMatchObject({
    namespace: "monitoring",
    metrics: { replicas: 2, retention: "15d", storage: "50Gi" },
    logs: { replicas: 1, retention: "30d" },
    traces: {
      replicas: 2,
      storage: "badger",
      badger: { claim: { size: "20Gi" } },
      sampling: { ratio: 10, slow: "500ms" },
    },
    dashboards: { adminPasswordSecret: { name: "grafana-admin", key: "password" } },
    services: [{ name: "orders", namespace: "shop", slo: { latency: { threshold: 0.5 } } }],
  });
  expect(
    observabilityOf({
      environment: "dev",
      observability: { dashboards: { enabled: false }, metrics: { replicas: 3 } },
    }),
  ).toEqual(
    expect.objectContaining({ metrics: expect.objectContaining({ replicas: 3, scrapeInterval: "15s" }) as unknown }),
  );
  const without = observabilityOf({ observability: { dashboards: { enabled: false }, traces: { enabled: false } } });
  expect(Object.keys(without ?? {})).toEqual(["namespace", "metrics", "logs", "services"]);
});

test("several Lokis come with a bucket", () => {
  const logs = { s3: { bucket: "acme-logs", region: "eu-central-1" } };
  expect(observabilityOf({ observability: { logs, dashboards: grafana } })?.logs).toMatchObject({ replicas: 3 });
});

test("whoever takes the traces by OTLP also keeps them", () => {
  const traces = { otlp: "https://tempo.example.com:4317" };
  expect(observabilityOf({ observability: { traces, dashboards: grafana } })?.traces).toEqual({
    replicas: 2,
    sampling: { ratio: 10, slow: "500ms" },
    backend: { otlpEndpoint: "https://tempo.example.com:4317" },
  });
});

test("Grafana's password may be one of the stack's secrets, which then counts as used", () => {
  const stack = {
    secrets: { "grafana/admin": { secure: "v1:x" } },
    observability: { dashboards: { adminPassword: "grafana/admin" } },
  };
  expect(problemsOf(stack)).toEqual([]);
  expect(observabilityOf(stack)?.dashboards?.adminPassword).toBeDefined();
  expect(problemsOf({ observability: stack.observability })).toEqual([
    expect.stringMatching(/^slipway:secrets\["grafana\/admin"\]: expected an encrypted value/),
  ]);
});

test.each([
  [
    "Grafana without a password",
    { dashboards: {} },
    /dashboards\.adminSecret: expected exactly one of .*, found neither.* grafana-admin$/,
  ],
  [
    "two sinks",
    { logs: { elasticsearch: { endpoint: "http://e:9200" }, opensearch: { endpoint: "http://o:9200" } } },
    /logs\.opensearch: stands beside/,
  ],
  ["two Lokis on two disks", { logs: { replicas: 2 } }, /logs\.replicas: expected 1, or `s3`/],
  ["a store without an address", { traces: { store: "elasticsearch" } }, /traces\.elasticsearch: expected where/],
  [
    "a disk for traces that go elsewhere",
    { traces: { otlp: "https://tempo.example.com:4317", storage: "20Gi" } },
    /traces\.storage: is Jaeger's, and `otlp`/,
  ],
  [
    "an operator that pushes",
    { metrics: { operator: true, remoteWrite: [{ url: "http://m/push" }] } },
    /metrics\.remoteWrite: is for/,
  ],
  [
    "a period that Loki refuses",
    { logs: { retentionByLevel: { debug: "2h" } } },
    /retentionByLevel\.debug: expected a day/,
  ],
  [
    "a tenant that there is not",
    { logs: { retentionByTenant: { shoe: "2d" } } },
    /retentionByTenant\.shoe: is none of the tenants \(`shop`\)/,
  ],
  [
    "a time in no unit",
    { metrics: { retention: "15" } },
    /metrics\.retention: expected a time such as 15d, found "15"/,
  ],
  [
    "credentials in an address",
    { metrics: { remoteWrite: [{ url: "https://a:b@m/push" }] } },
    /remoteWrite\[0\]\.url: expected an http/,
  ],
])("refuses %s", (_, observability, says) => {
  const problems = problemsOf({ observability: { dashboards: grafana, ...observability } });
  expect(problems).toEqual([expect.stringMatching(says)]);
});

test("refuses two passwords of Grafana", () => {
  const dashboards = { adminSecret: "a", adminPassword: "grafana/admin" };
  const problems = problemsOf({ secrets: { "grafana/admin": { secure: "v1:x" } }, observability: { dashboards } });
  expect(problems).toEqual([expect.stringMatching(/adminSecret: expected exactly one of .*, found both/)]);
});

test("whatever else stands there, the checks between keys never throw", () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (observability, logs) => {
      parseStack({ ...valid, observability }, "prod");
      parseStack({ ...valid, observability: { logs, metrics: logs, traces: logs, dashboards: logs } }, "prod");
    }),
  );
});

test("units add up: sixty seconds are a minute, and so on to the year", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (n) => {
      for (const [large, many, small] of [
        ["s", 1000, "ms"],
        ["m", 60, "s"],
        ["h", 60, "m"],
        ["d", 24, "h"],
        ["w", 7, "d"],
        ["y", 365, "d"],
      ] as const)
        expect(milliseconds(`${n}${large}`)).toBe(milliseconds(`${n * many}${small}`));
    }),
  );
});

test("a service has objectives, and its own win", () => {
  const sloOf = (slo?: object) => {
    const services = [{ ...valid.services[0], slo }];
    const parsed = parseStack({ ...valid, services }, "prod");
    return parsed.ok ? parsed.config.services[0]?.slo : parsed.problems;
  };
  expect(sloOf()).toEqual({ availability: 99.9, latency: { threshold: "500ms", objective: 99 } });
  expect(sloOf({ availability: 99.5 })).toMatchObject({ availability: 99.5, latency: { objective: 99 } });
  expect(sloOf({ availability: 100 })).toEqual([expect.stringMatching(/slo\.availability: expected/)]);
});
