import type { RequestOptions } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Checkout } from "../checkout.ts";
import { ask, type Answer } from "./ask.ts";
import { giveCertificate } from "./certificate.ts";

/** Every condition and change of a route, asked from outside, over the certificate that was given. */
const stack = `
config:
  slipway:environment: dev
  slipway:cluster: { context: lab }
  slipway:images: { registry: localhost:5000/routes, mirror: localhost:5000 }
  slipway:gateway:
    class: traefik
    name: routes
    namespace: traefik
    hosts: [routes.test, "*.routes.test"]
    tls: { secret: routes-tls }
  slipway:tenants:
    - name: routes
  slipway:services:
    - name: blue
      tenant: routes
      build: { context: test/lab/gateway/mirror }
      env: { NAME: blue }
      routes:
        - path: /
        - { path: /slow, timeouts: { request: 500ms } }
        - { path: /limited, rateLimit: { average: 5, period: 1m } }
        - { path: /retried, retries: { attempts: 2 } }
        - { path: /shared, weights: { blue: 80, green: 20 } }
        - path: /changed
          requestHeaders: { set: { X-From: gateway }, remove: [X-Inside] }
          responseHeaders: { set: { X-Frame-Options: DENY }, remove: [Server] }
    - name: green
      tenant: routes
      build: { context: test/lab/gateway/mirror }
      env: { NAME: green }
      routes:
        - path: /api/v1/*
        - { path: /health, exact: true }
        - { path: /, headers: { X-Canary: "true" } }
        - { path: /, query: { v: "2" } }
        - { path: /, hosts: [green.routes.test] }
        - { path: /write, methods: [POST] }
`;

const checkout = new Checkout("routes");
let address: string;
let certificate: string;

beforeAll(async () => {
  await execa("kubectl", ["-n", "traefik", "delete", "secret", "routes-tls", "--ignore-not-found"]);
  certificate = await giveCertificate("traefik", "routes-tls", ["routes.test", "*.routes.test"]);
  checkout.writeStack(stack);
  const { exitCode, all } = await checkout.engine("up");
  expect(exitCode, all).toBe(0);
  address = await checkout.kubectl(
    "-n",
    "traefik",
    "get",
    "gateway",
    "routes",
    "-o=jsonpath={.status.addresses[0].value}",
  );
  // Traefik collects changes for two seconds, twice when some came after it had begun.
  await sleep(5000);
});

afterAll(async () => {
  await checkout.engine("destroy");
  await execa("kubectl", ["-n", "traefik", "delete", "secret", "routes-tls", "--ignore-not-found"]);
  checkout.remove();
});

function get(path: string, options: RequestOptions = {}, host = "routes.test"): Promise<Answer> {
  return ask(address, certificate, `https://${host}${path}`, options);
}

const times = (count: number, path: string) => Promise.all(Array.from({ length: count }, () => get(path)));

test.each<[string, string, string, RequestOptions?, string?]>([
  ["a prefix", "/api/v1", "green"],
  ["what is below it", "/api/v1/orders/7", "green"],
  ["no prefix of a word", "/api/v10", "blue"],
  ["an exact path", "/health", "green"],
  ["nothing below an exact path", "/health/more", "blue"],
  ["everything else", "/anything", "blue"],
  ["a header", "/anything", "green", { headers: { "X-Canary": "true" } }],
  ["another value of the header", "/anything", "blue", { headers: { "X-Canary": "no" } }],
  ["a query parameter", "/anything?v=2", "green"],
  ["another value of the parameter", "/anything?v=1", "blue"],
  ["a method", "/write", "green", { method: "POST" }],
  ["another method", "/write", "blue"],
  ["a host under the wildcard", "/anything", "green", {}, "green.routes.test"],
  ["another host under the wildcard", "/anything", "blue", {}, "other.routes.test"],
])("%s: %s goes to %s", async (_, path, service, options, host) => {
  const { status, seen } = await get(path, options, host);
  expect({ status, service: seen?.service }).toEqual({ status: 200, service });
  expect(seen?.path).toBe(path.replace(/\?.*/, ""));
});

test("plain HTTP is sent to HTTPS, with its path and query, and never served", async () => {
  const { status, headers } = await ask(address, "", "http://routes.test/api/v1/orders?limit=1");
  expect(status).toBe(301);
  expect(headers.location).toBe("https://routes.test/api/v1/orders?limit=1");
});

test("a host that nobody declared is not served", async () => {
  await expect(get("/", {}, "elsewhere.test")).rejects.toThrow();
});

test("weights share the requests", async () => {
  const answers = await times(200, "/shared");
  const green = answers.filter(({ seen }) => seen?.service === "green").length;
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  // Smooth weighted round robin: 40 of 200, but for where it was when we began.
  expect(green).toBeGreaterThan(30);
  expect(green).toBeLessThan(50);
});

test("an answer that takes too long is 504 in its time, and on other paths it is waited for", async () => {
  const began = Date.now();
  expect((await get("/slow?sleep=3000")).status).toBe(504);
  expect(Date.now() - began).toBeLessThan(2000);
  expect((await get("/slow?sleep=100")).status).toBe(200);
  expect((await get("/other?sleep=1000")).status).toBe(200);
});

test("who sends more than allowed gets 429, and only there", async () => {
  const statuses = (await times(15, "/limited")).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  expect((await times(15, "/free")).every(({ status }) => status === 200)).toBe(true);
});

test("headers are changed on the way in and out", async () => {
  const { headers, seen } = await get("/changed", { headers: { "X-Inside": "secret", "X-From": "client" } });
  expect(seen?.headers["X-From"]).toEqual(["gateway"]);
  expect(seen?.headers).not.toHaveProperty("X-Inside");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers).not.toHaveProperty("server");
});

test("a request that reached nobody is tried on another pod, where that was asked for", async () => {
  // An endpoint of the service where nobody listens: the node itself.
  const node = await checkout.kubectl("get", "nodes", "-o=jsonpath={.items[0].status.addresses[0].address}");
  const dead = {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: { name: "blue-dead", namespace: "routes", labels: { "kubernetes.io/service-name": "blue" } },
    addressType: "IPv4",
    ports: [{ name: "http", port: 8080, protocol: "TCP" }],
    endpoints: [{ addresses: [node], conditions: { ready: true } }],
  };
  await execa("kubectl", ["apply", "-f", "-"], { input: JSON.stringify(dead) });
  while ((await times(4, "/free")).every(({ status }) => status === 200)) await sleep(200);
  // One after the other: the pods are taken in turn, so that no second attempt finds the dead one again.
  for (let count = 0; count < 10; count += 1) expect((await get("/retried")).status).toBe(200);
});

test("a gateway that nobody programs fails the up, which says what it waited for", async () => {
  checkout.edit("components/gateway/wait.ts", (source) => source.replace(/(GATEWAY_SECONDS =) \d+/, "$1 5"));
  checkout.editStack((yaml) =>
    yaml
      .replace("class: traefik", "class: nobody\n    controller: traefik")
      .replace("name: routes\n    namespace", "name: lost\n    namespace"),
  );
  const { exitCode, all } = await checkout.engine("up");
  expect(exitCode).not.toBe(0);
  expect(all).toMatch(/lost.*condition=Accepted/s);
});
