import type { Input } from "@pulumi/pulumi";
import type { GatewayArgs, ListenerReference } from "./args.ts";
import { hostSlug } from "./hosts.ts";

/** Name of the listener for plain HTTP. */
export const HTTP = "http";

/** The listeners for HTTPS: one a host, for cert-manager reads the names of a certificate off them. */
function secureListeners({ hosts = [], tls }: GatewayArgs): ListenerReference[] {
  if (!tls) return [];
  return hosts.length === 0 ? [{ name: "https" }] : hosts.map((host) => ({ name: `https-${hostSlug(host)}`, host }));
}

/** Whether plain HTTP is only there to be redirected. */
export function redirects({ tls, redirectHttp = true }: GatewayArgs): boolean {
  return tls !== undefined && redirectHttp;
}

/** The listeners that routes of services attach to. */
export function routeListeners(args: GatewayArgs): ListenerReference[] {
  return [...(redirects(args) ? [] : [{ name: HTTP }]), ...secureListeners(args)];
}

/** Name of the Secret with the certificate. */
export function certificateName(name: string, { tls }: GatewayArgs): Input<string> {
  return tls?.secret ?? `${name}-tls`;
}

/** @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec */
export function gatewaySpec(name: string, args: GatewayArgs) {
  const { http = 80, https = 443 } = args.ports ?? {};
  const selector = {
    matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "In", values: args.routesFrom }],
  };
  const fromTenants = { namespaces: { from: "Selector", selector } };
  // A tenant's route on this listener would be served in the clear, for a longer path wins over the redirect.
  const fromHere = { namespaces: { from: "Same" } };
  return {
    gatewayClassName: args.class,
    listeners: [
      { name: HTTP, protocol: "HTTP", port: http, allowedRoutes: redirects(args) ? fromHere : fromTenants },
      ...secureListeners(args).map((listener) => ({
        name: listener.name,
        protocol: "HTTPS",
        port: https,
        hostname: listener.host,
        tls: {
          mode: "Terminate",
          certificateRefs: [{ group: "", kind: "Secret", name: certificateName(name, args) }],
        },
        allowedRoutes: fromTenants,
      })),
    ],
  };
}

/** The route that sends every request for plain HTTP to HTTPS. */
export function redirectSpec(name: string) {
  return {
    parentRefs: [{ name, sectionName: HTTP }],
    rules: [{ filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } }] }],
  };
}
