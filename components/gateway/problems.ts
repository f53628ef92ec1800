import type { GatewayArgs, RouteArgs, RuleArgs } from "./args.ts";
import { offersOf, type ControllerName } from "./controllers.ts";
import { covers } from "./hosts.ts";

/** What does not hold within a Gateway's arguments. */
export function gatewayProblems({ tls, hosts = [] }: GatewayArgs): string[] {
  if (!tls) return [];
  return [
    ...((tls.secret === undefined) === (tls.issuer === undefined)
      ? ["tls needs exactly one of secret and issuer."]
      : []),
    ...(tls.issuer !== undefined && hosts.length === 0
      ? ["tls.issuer needs hosts: a certificate is issued for names; list them, or give a secret."]
      : []),
  ];
}

/** What a route asks for that its Gateway cannot give. */
export function routeProblems({ gateway, rules }: RouteArgs): string[] {
  return rules.flatMap((rule) => [
    ...pathProblems(rule),
    ...strayHosts(rule, gateway.hosts),
    ...beyond(rule, gateway.controller),
  ]);
}

function pathProblems({ path, exact }: RuleArgs): string[] {
  if (!path.startsWith("/")) return [`path ${path} does not begin with a slash; write /${path}.`];
  const prefix = exact ? path : path.replace(/\/\*$/, "");
  if (!prefix.includes("*")) return [];
  return [`path ${path} has a \`*\`, which can only stand at the end of a prefix, as in /api/*.`];
}

function strayHosts({ path, hosts = [] }: RuleArgs, served: string[]): string[] {
  if (served.length === 0) return [];
  const stray = hosts.filter((host) => !served.some((one) => covers(one, host)));
  return stray.map(
    (host) => `path ${path} names the host ${host}, and the gateway serves ${served.join(", ")}; add it to its hosts.`,
  );
}

function beyond(rule: RuleArgs, controller: ControllerName): string[] {
  const { timeouts, filters } = offersOf(controller);
  const missing = [
    ...(rule.timeouts && !timeouts ? ["timeouts"] : []),
    ...(rule.retries && !filters ? ["retries"] : []),
    ...(rule.rateLimit && !filters ? ["rateLimit"] : []),
  ];
  return missing.map(
    (key) =>
      `path ${rule.path} asks for ${key}, which cannot be had from the controller ${controller}; leave it out, or name the right controller.`,
  );
}
