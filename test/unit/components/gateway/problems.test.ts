import { expect, test } from "vitest";
import type { RouteArgs, RuleArgs } from "../../../../components/gateway/args.ts";
import { controllerOf, type ControllerName } from "../../../../components/gateway/controllers.ts";
import { gatewayProblems, routeProblems } from "../../../../components/gateway/problems.ts";

function problems(rule: RuleArgs, controller: ControllerName = "traefik", hosts: string[] = []): string[] {
  const gateway = { name: "gateway", namespace: "gateway", controller, hosts, listeners: [], address: "" };
  return routeProblems({ gateway, rules: [rule] } as unknown as RouteArgs);
}

test.each<[keyof RuleArgs, RuleArgs, ControllerName[], ControllerName[]]>([
  ["timeouts", { path: "/", timeouts: { request: "1s" } }, ["traefik", "istio", "envoy-gateway"], ["nginx", "other"]],
  ["retries", { path: "/", retries: { attempts: 1 } }, ["traefik"], ["istio", "nginx", "other"]],
  ["rateLimit", { path: "/", rateLimit: { average: 1 } }, ["traefik"], ["istio", "nginx", "other"]],
])("%s are refused where the controller has none", (key, rule, offering, lacking) => {
  for (const controller of offering) expect(problems(rule, controller), controller).toEqual([]);
  for (const controller of lacking) {
    expect(problems(rule, controller)).toEqual([
      `path / asks for ${key}, which cannot be had from the controller ${controller}; leave it out, or name the right controller.`,
    ]);
  }
});

test("a path begins with a slash and has a star at its end alone", () => {
  expect(problems({ path: "api" })).toEqual(["path api does not begin with a slash; write /api."]);
  expect(problems({ path: "/*/api" })[0]).toContain("can only stand at the end of a prefix");
  expect(problems({ path: "/api/*", exact: true })).toHaveLength(1);
  expect(problems({ path: "/api/*" })).toEqual([]);
});

test("a host must be one that the gateway serves", () => {
  expect(problems({ path: "/", hosts: ["a.example.com"] }, "traefik", ["*.example.com"])).toEqual([]);
  expect(problems({ path: "/", hosts: ["a.example.org"] }, "traefik", ["*.example.com"])).toEqual([
    "path / names the host a.example.org, and the gateway serves *.example.com; add it to its hosts.",
  ]);
});

test("a certificate is given or issued, and issued for names", () => {
  const args = { namespace: "gateway", class: "traefik", routesFrom: [] };
  expect(gatewayProblems({ ...args, tls: {} })).toHaveLength(1);
  expect(gatewayProblems({ ...args, tls: { secret: "a", issuer: "b" }, hosts: ["a.example"] })).toHaveLength(1);
  expect(gatewayProblems({ ...args, tls: { issuer: "b" } })[0]).toContain("tls.issuer needs hosts");
  expect(gatewayProblems({ ...args, tls: { secret: "a" } })).toEqual([]);
});

test("a class that is not known offers the standard's core", () => {
  expect(controllerOf("eg")).toBe("envoy-gateway");
  expect(controllerOf("internal")).toBe("other");
});
