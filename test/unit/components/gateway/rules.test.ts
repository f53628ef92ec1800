import { expect, test } from "vitest";
import { runtime } from "@pulumi/pulumi";
import type { RouteArgs, RuleArgs } from "../../../../components/gateway/args.ts";
import type { ControllerName } from "../../../../components/gateway/controllers.ts";
import { buildRule } from "../../../../components/gateway/rules.ts";

const backendRefs = [{ name: "orders", port: 8080, weight: 1 }];

async function built(rule: RuleArgs, controller: ControllerName = "traefik") {
  const gateway = { name: "gateway", namespace: "gateway", controller, hosts: [], listeners: [], address: "" };
  const args: RouteArgs = { namespace: "shop", gateway, service: "orders", port: 8080, rules: [rule] };
  // Outputs in what was built are those of a program; without an engine they hold their values.
  const { spec, extras } = buildRule("orders-api", args, rule);
  const plain: unknown = await runtime.serializeProperties("test", { rule: spec.rules[0], extras });
  return plain as { rule: object; extras: object[] };
}

test("a path leads to the service, and needs nothing else", async () => {
  expect(await built({ path: "/api/*" })).toEqual({
    rule: { matches: [{ path: { type: "PathPrefix", value: "/api" } }], backendRefs },
    extras: [],
  });
});

test("each method is a match, with the same headers and query, in a stable order", async () => {
  const path = { type: "Exact", value: "/a" };
  const headers = [
    { name: "x-a", value: "1" },
    { name: "x-b", value: "2" },
  ];
  const queryParams = [{ name: "v", value: "2" }];
  const rule = {
    path: "/a",
    exact: true,
    methods: ["GET", "PUT"],
    headers: { "x-b": "2", "x-a": "1" },
    query: { v: "2" },
  };
  expect((await built(rule)).rule).toMatchObject({
    matches: ["GET", "PUT"].map((method) => ({ path, headers, queryParams, method })),
  });
});

test("weights and changes of headers are the standard's own", async () => {
  const backends = [
    { service: "orders", port: 8080, weight: 90 },
    { service: "orders-next", port: 8081, weight: 10 },
  ];
  const rule = {
    path: "/",
    backends,
    requestHeaders: { set: { a: "1" }, remove: ["b"] },
    responseHeaders: { add: { c: "2" } },
  };
  expect((await built(rule, "other")).rule).toMatchObject({
    backendRefs: [
      { name: "orders", port: 8080, weight: 90 },
      { name: "orders-next", port: 8081, weight: 10 },
    ],
    filters: [
      { type: "RequestHeaderModifier", requestHeaderModifier: { set: [{ name: "a", value: "1" }], remove: ["b"] } },
      { type: "ResponseHeaderModifier", responseHeaderModifier: { add: [{ name: "c", value: "2" }] } },
    ],
  });
});

test("timeouts are the standard's own where the controller honours them", async () => {
  const timeouts = { request: "10s", backendRequest: "5s" };
  expect(await built({ path: "/", timeouts }, "istio")).toMatchObject({ rule: { timeouts, backendRefs }, extras: [] });
});

test("under Traefik a timeout is a transport's, which a service of Traefik's names", async () => {
  const { rule, extras } = await built({ path: "/", timeouts: { request: "10s" } });
  expect(rule).not.toHaveProperty("timeouts");
  expect(rule).toMatchObject({
    backendRefs: [{ group: "traefik.io", kind: "TraefikService", name: "orders-api", weight: 1 }],
  });
  expect(extras).toMatchObject([
    { kind: "ServersTransport", name: "orders-api", spec: { forwardingTimeouts: { responseHeaderTimeout: "10s" } } },
    {
      kind: "TraefikService",
      name: "orders-api",
      spec: { weighted: { services: [{ ...backendRefs[0], kind: "Service", serversTransport: "orders-api" }] } },
    },
  ]);
});

test("under Traefik a limit and retries are filters, the limit first", async () => {
  const { rule, extras } = await built({
    path: "/",
    retries: { attempts: 2, backoff: "100ms" },
    rateLimit: { average: 5 },
  });
  expect(extras).toMatchObject([
    { kind: "Middleware", name: "orders-api-rate-limit", spec: { rateLimit: { average: 5, period: "1s", burst: 5 } } },
    { kind: "Middleware", name: "orders-api-retry", spec: { retry: { attempts: 3, initialInterval: "100ms" } } },
  ]);
  expect(rule).toMatchObject({
    filters: ["orders-api-rate-limit", "orders-api-retry"].map((name) => ({
      type: "ExtensionRef",
      extensionRef: { group: "traefik.io", kind: "Middleware", name },
    })),
  });
});
