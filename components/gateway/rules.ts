import type { Input } from "@pulumi/pulumi";
import type { BackendArgs, HeaderChangesArgs, RouteArgs, RuleArgs } from "./args.ts";
import { offersOf, type ControllerName } from "./controllers.ts";
import { pathMatch } from "./paths.ts";
import { extensionFilters, traefikBackend, traefikObjects, type TraefikObject } from "./traefik.ts";

/** A rule of an HTTPRoute, and what it needs beside itself. */
export interface BuiltRule {
  rule: object;
  extras: TraefikObject[];
}

/** @param name prefix of the names of what the rule needs beside itself */
export function buildRule(name: string, args: RouteArgs, rule: RuleArgs): BuiltRule {
  const { controller } = args.gateway;
  const backends = rule.backends ?? [{ service: args.service, port: args.port, weight: 1 }];
  const extras = offersOf(controller).filters === "traefik" ? traefikObjects(name, rule, backends) : [];
  const filters = [
    ...extensionFilters(extras),
    ...headerChanges("RequestHeaderModifier", "requestHeaderModifier", rule.requestHeaders),
    ...headerChanges("ResponseHeaderModifier", "responseHeaderModifier", rule.responseHeaders),
  ];
  return {
    extras,
    rule: {
      matches: matches(rule),
      ...(filters.length > 0 ? { filters } : {}),
      ...backing(name, rule, controller, backends),
    },
  };
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
