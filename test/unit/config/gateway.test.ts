import { expect, test } from "vitest";
import { parseStack } from "../../../config/stack.ts";

const gateway = { class: "traefik", namespace: "traefik" };

function parsed(route: object, entrance: object = gateway) {
  return parseStack(
    {
      environment: "dev",
      cluster: { context: "lab" },
      images: { registry: "localhost:5000/slipway" },
      gateway: entrance,
      tenants: [{ name: "shop" }],
      services: [{ name: "orders", tenant: "shop", image: "orders:1", routes: [route] }],
    },
    "dev",
  );
}

const problemsOf = (route: object, entrance?: object) => {
  const result = parsed(route, entrance);
  return result.ok ? [] : result.problems;
};

test("a gateway is known by class and namespace, and takes routes from the tenants that have any", () => {
  expect(parsed({ path: "/api/v1" })).toMatchObject({
    ok: true,
    config: {
      clusters: [
        {
          gateway: {
            ...gateway,
            name: "gateway",
            redirectHttp: true,
            ports: { http: 80, https: 443 },
            routesFrom: ["shop"],
          },
          tenants: [{ services: [{ routes: [{ path: "/api/v1", exact: false }] }] }],
        },
      ],
    },
  });
});

test.each(["/", "/*", "/api", "/api/", "/api/v1/*", "/a-b_c.d~e"])("%s is a path", (path) => {
  expect(problemsOf({ path })).toEqual([]);
});

test.each<[string, object, string]>([
  ["a path without its slash", { path: "api" }, "routes[0].path: expected a path such as `/api/v1`"],
  ["a star within a word", { path: "/api*" }, "routes[0].path: expected a path"],
  ["a star before the end", { path: "/*/api" }, "routes[0].path: expected a path"],
  ["a query in the path", { path: "/api?v=1" }, "routes[0].path: expected a path"],
  ["a duration without its unit", { path: "/", timeouts: { request: "10" } }, "timeouts.request: expected a duration"],
  ["no attempts", { path: "/", retries: { attempts: 0 } }, "routes[0].retries.attempts: expected"],
  ["no requests", { path: "/", rateLimit: { average: 0 } }, "routes[0].rateLimit.average: expected"],
  ["an address for a host", { path: "/", hosts: ["http://shop.example"] }, "hosts[0]: expected a lower-case host name"],
  ["an unknown method", { path: "/", methods: ["FETCH"] }, "routes[0].methods[0]: expected one of `GET`"],
  ["no name of a header", { path: "/", headers: { "X Y": "1" } }, "routes[0].headers"],
  ["an unknown key", { path: "/", rewrite: "/" }, "routes[0].rewrite: is not a key of the stack file"],
])("%s is refused", (_, route, problem) => {
  const problems = problemsOf(route);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(problem);
});

test("a gateway must say whose class it is and where it runs", () => {
  const problems = problemsOf({ path: "/" }, { controller: "haproxy" });
  expect(problems.map((problem) => /slipway:\S+(?=:)/.exec(problem)?.[0])).toEqual([
    "slipway:gateway.class",
    "slipway:gateway.controller",
    "slipway:gateway.namespace",
  ]);
});
