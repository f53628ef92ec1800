import { output, type Input } from "@pulumi/pulumi";
import type { BackendArgs, RateLimitArgs, RetriesArgs, RuleArgs, TimeoutsArgs } from "./args.ts";

const apiVersion = "traefik.io/v1alpha1";

/** An object of Traefik's that belongs to a rule; its name follows from the rule's. */
export interface TraefikObject {
  apiVersion: string;
  kind: "Middleware" | "ServersTransport" | "TraefikService";
  name: string;
  spec: object;
}

/**
 * What a rule needs of Traefik's own kinds, in the order in which requests pass the filters: who comes too often is
 * turned away before anything else is tried.
 * @see https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/gateway-api/
 */
export function traefikObjects(name: string, rule: RuleArgs, backends: BackendArgs[]): TraefikObject[] {
  return [
    ...(rule.rateLimit ? [rateLimit(`${name}-rate-limit`, rule.rateLimit)] : []),
    ...(rule.retries ? [retry(`${name}-retry`, rule.retries)] : []),
    ...(rule.timeouts ? withTimeouts(name, rule.timeouts, backends) : []),
  ];
}

function rateLimit(name: string, { average, period = "1s", burst = average }: RateLimitArgs): TraefikObject {
  return { apiVersion, kind: "Middleware", name, spec: { rateLimit: { average, period, burst } } };
}

/** Traefik counts the first attempt, too, and repeats only what never reached a pod: safe for every method. */
function retry(name: string, { attempts, backoff }: RetriesArgs): TraefikObject {
  const all = output(attempts).apply((more) => more + 1);
  return { apiVersion, kind: "Middleware", name, spec: { retry: { attempts: all, initialInterval: backoff } } };
}

/** Traefik ignores the timeouts of an HTTPRoute; its transports have one, and only its own services name a transport. */
function withTimeouts(name: string, { request, backendRequest = request }: TimeoutsArgs, backends: BackendArgs[]) {
  const transport: TraefikObject = {
    apiVersion,
    kind: "ServersTransport",
    name,
    // As many idle connections as Traefik's default transport keeps; Go's own default is 2.
    spec: { maxIdleConnsPerHost: 200, forwardingTimeouts: { responseHeaderTimeout: backendRequest } },
  };
  const services = backends.map(({ service, port, weight }) => ({
    kind: "Service",
    name: service,
    port,
    weight,
    serversTransport: name,
  }));
  const service: TraefikObject = { apiVersion, kind: "TraefikService", name, spec: { weighted: { services } } };
  return [transport, service];
}

/** Filters of an HTTPRoute that lead to these objects. */
export function extensionFilters(objects: readonly TraefikObject[]): object[] {
  return objects
    .filter(({ kind }) => kind === "Middleware")
    .map(({ kind, name }) => ({ type: "ExtensionRef", extensionRef: { group: "traefik.io", kind, name } }));
}

/** The backend of a rule that leads to one of Traefik's services. */
export function traefikBackend(name: Input<string>): object {
  return { group: "traefik.io", kind: "TraefikService", name, weight: 1 };
}
