import type { Input } from "@pulumi/pulumi";
import type { BackendArgs, GatewayReference, HeaderChangesArgs, RouteArgs, RuleArgs } from "./args.ts";
import { offersOf, type ControllerName } from "./controllers.ts";
import { covers } from "./hosts.ts";
import { pathMatch } from "./paths.ts";
import { extensionFilters, traefikBackend, traefikObjects, type TraefikObject } from "./traefik.ts";

/** An HTTPRoute of one rule, and what it needs beside itself. */
export interface BuiltRule {
  spec: { parentRefs: object[]; hostnames?: string[]; rules: [object] };
  extras: TraefikObject[];
}

/** @param name of the route, and prefix of the names of what it needs beside itself */
export function buildRule(name: string, args: RouteArgs, rule: RuleArgs): BuiltRule {
  const { controller } = args.gateway;
  const backends = rule.backends ?? [{ service: args.service, port: args.port, weight: 1 }];
  const extras = offersOf(controller).filters === "traefik" ? traefikObjects(name, rule, backends) : [];
  const filters = [
    ...extensionFilters(extras),
    ...headerChanges("RequestHeaderModifier", "requestHeaderModifier", rule.requestHeaders),
    ...headerChanges("ResponseHeaderModifier", "responseHeaderModifier", rule.responseHeaders),
  ];
  const built = {
    matches: matches(rule),
    ...(filters.length > 0 ? { filters } : {}),
    ...backing(name, rule, controller, backends),
  };
  const hosts = rule.hosts ?? args.gateway.hosts;
  return {
    extras,
    spec: {
      parentRefs: parents(args.gateway, hosts),
      ...(hosts.length > 0 ? { hostnames: hosts } : {}),
      rules: [built],
    },
  };
}

/** The listeners that serve any of these hosts, each by name, for a route must not end up on one that only redirects. */
function parents({ name, namespace, listeners }: GatewayReference, hosts: string[]): object[] {
  return listeners
    .filter(({ host }) => !host || hosts.length === 0 || hosts.some((one) => covers(host, one) || covers(one, host)))
    .map((listener) => ({ name, namespace, sectionName: listener.name }));
}

/** Every method is a match of its own: within a match all conditions hold, of several matches one is enough. */
function matches({ path, exact, methods, headers, query }: RuleArgs): object[] {
  const common = {
    path: pathMatch(path, exact),
    ...(headers ? { headers: pairs(headers) } : {}),
    ...(query ? { queryParams: pairs(query) } : {}),
  };
  return methods ? methods.map((method) => ({ ...common, method })) : [common];
}

function backing(name: string, { timeouts }: RuleArgs, controller: ControllerName, backends: BackendArgs[]): object {
  if (timeouts && offersOf(controller).timeouts === "traefik") return { backendRefs: [traefikBackend(name)] };
  const backendRefs = backends.map(({ service, port, weight }) => ({ name: service, port, weight }));
  return timeouts ? { backendRefs, timeouts } : { backendRefs };
}

function headerChanges(type: string, key: string, changes?: HeaderChangesArgs): object[] {
  if (!changes) return [];
  const { set, add, remove } = changes;
  return [
    {
      type,
      [key]: {
        ...(set ? { set: pairs(set) } : {}),
        ...(add ? { add: pairs(add) } : {}),
        ...(remove ? { remove } : {}),
      },
    },
  ];
}

/** Sorted, so that the order of keys in a stack file does not change a manifest. */
function pairs(map: Record<string, Input<string>>): { name: string; value: Input<string> }[] {
  return Object.keys(map)
    .sort()
    .map((name) => ({ name, value: map[name]! }));
}
