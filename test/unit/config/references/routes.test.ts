import fc from "fast-check";
import { expect, test } from "vitest";
import { routeIssues } from "../../../../config/references/routes.ts";

const gateway = { class: "traefik", namespace: "traefik" };

/** Paths and messages of what is wrong with two services' routes. */
function found(a: object[], b: object[], others: object = {}): string[] {
  const services = [
    { name: "orders", tenant: "shop", routes: a },
    { name: "billing", tenant: "shop", routes: b },
    { name: "books", tenant: "library" },
  ];
  return routeIssues({ gateway, services, ...others }).map(
    ({ path = [], message = "" }) => `${path.join(".")} ${message}`,
  );
}

test("a service with routes needs a gateway", () => {
  const issues = found([{ path: "/" }], [], { gateway: undefined });
  expect(issues).toEqual(["gateway a gateway, since `orders` has routes"]);
  expect(found([], [], { gateway: undefined })).toEqual([]);
});

test.each<[string, object, object]>([
  ["the same prefix, however written", { path: "/api" }, { path: "/api/*" }],
  ["the root", { path: "/" }, { path: "/*" }],
  ["the same exact path", { path: "/health", exact: true }, { path: "/health", exact: true }],
  ["a shared method", { path: "/", methods: ["GET", "PUT"] }, { path: "/", methods: ["PUT"] }],
  ["a shared host", { path: "/", hosts: ["a.example", "b.example"] }, { path: "/", hosts: ["b.example"] }],
  ["the same header", { path: "/", headers: { a: "1" } }, { path: "/", headers: { a: "1" } }],
])("two services that ask for %s are refused", (_, a, b) => {
  expect(found([a], [b])).toEqual([
    "services.1.routes.0.path a path, host, method, header or query that `orders` does not take already",
  ]);
});

test.each<[string, object, object]>([
  ["a longer path", { path: "/api" }, { path: "/api/v1" }],
  ["an exact path beside a prefix", { path: "/api" }, { path: "/api", exact: true }],
  ["a method beside all of them", { path: "/" }, { path: "/", methods: ["GET"] }],
  ["other methods", { path: "/", methods: ["PUT"] }, { path: "/", methods: ["GET"] }],
  ["another host", { path: "/", hosts: ["a.example"] }, { path: "/", hosts: ["b.example"] }],
  ["a header beside none", { path: "/" }, { path: "/", headers: { canary: "1" } }],
  ["another query", { path: "/", query: { v: "1" } }, { path: "/", query: { v: "2" } }],
])("two services that are told apart by %s are not", (_, a, b) => {
  expect(found([a], [b])).toEqual([]);
});

test("a host that is the gateway's only one is no other than none", () => {
  const served = { gateway: { ...gateway, hosts: ["a.example"] } };
  expect(found([{ path: "/" }], [{ path: "/", hosts: ["a.example"] }], served)).toHaveLength(1);
});

test("services on different clusters have different gateways", () => {
  const apart = { clusters: [{ services: ["orders"] }, { services: ["billing", "books"] }] };
  expect(found([{ path: "/" }], [{ path: "/" }], apart)).toEqual([]);
  expect(found([{ path: "/" }], [{ path: "/" }], { clusters: [{ services: ["orders"] }, {}] })).toHaveLength(1);
});

test("a service shares its requests within its tenant", () => {
  expect(found([{ path: "/", weights: { orders: 9, billing: 1 } }], [])).toEqual([]);
  expect(found([{ path: "/", weights: { orders: 9, books: 1 } }], [])).toEqual([
    "services.0.routes.0.weights.books a name under `services` of the same tenant (`orders`, `billing`)",
  ]);
});

test("any input is read without an exception", () => {
  fc.assert(fc.property(fc.anything(), (routes) => void routeIssues({ services: [{ name: "orders", routes }] })));
  fc.assert(fc.property(fc.anything(), (input) => void routeIssues(input)));
});
