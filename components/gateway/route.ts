import { all, ComponentResource, output, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { refuse } from "../refuse.ts";
import type { GatewayReference, RouteArgs, RuleArgs } from "./args.ts";
import { covers, hostSlug } from "./hosts.ts";
import { HTTP } from "./listeners.ts";
import { pathMatch, slugs } from "./paths.ts";
import { routeProblems } from "./problems.ts";
import { buildRule } from "./rules.ts";
import { routeWait } from "./wait.ts";

/**
 * The way from a Gateway to a service: HTTPRoutes, one for each set of hosts, and what the controller's own kinds add.
 * Costs nothing by itself.
 *
 * @example
 * new Route("orders", { namespace: shop.namespace, gateway: gateway.reference, service: "orders", port: 8080, rules: [{ path: "/api/v1" }] });
 */
export class Route extends ComponentResource {
  /** An address of each rule, in their order; known once the gateway has taken them. */
  readonly urls: Output<string[]>;

  constructor(name: string, args: RouteArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:Route", name, {}, opts);
    const own = args.name ?? name;
    refuse(`route ${own}`, routeProblems(args));
    const suffixes = slugs(args.rules.map(({ path }) => path));
    const rules = args.rules.map((rule, index) => ({
      hosts: rule.hosts ?? args.gateway.hosts,
      ...buildRule(`${own}-${suffixes[index]}`, args, rule),
    }));
    const labels = { "app.kubernetes.io/name": own, "app.kubernetes.io/managed-by": "pulumi" };

    const extras = rules
      .flatMap((rule) => rule.extras)
      .map(({ apiVersion, kind, name: extra, spec }) => {
        const metadata = { name: extra, namespace: args.namespace, labels };
        const child = `${name}${extra.slice(own.length)}`;
        return new CustomResource(child, { apiVersion, kind, metadata, spec }, { parent: this });
      });
    const groups = Map.groupBy(rules, ({ hosts }) => key(hosts));
    const routes = [...groups.values()].map((group) => {
      const { hosts } = group[0]!;
      const suffix = key(hosts) === key(args.gateway.hosts) ? "" : `-${hosts.map(hostSlug).join("-")}`;
      const parentRefs = parents(args.gateway, hosts);
      return new CustomResource(
        `${name}${suffix}`,
        {
          apiVersion: "gateway.networking.k8s.io/v1",
          kind: "HTTPRoute",
          metadata: {
            name: `${own}${suffix}`,
            namespace: args.namespace,
            labels,
            annotations: routeWait(parentRefs.length),
          },
          spec: {
            parentRefs,
            ...(hosts.length > 0 ? { hostnames: hosts } : {}),
            rules: group.map(({ rule }) => rule),
          },
        },
        // A filter that is not there yet would be answered with 500.
        { parent: this, dependsOn: extras },
      );
    });

    // Known once the controller has taken them all.
    this.urls = all(routes.map(({ id }) => id)).apply(() =>
      output(args.gateway.address).apply((address) => args.rules.map((rule) => urlOf(rule, args.gateway, address))),
    );
    this.registerOutputs({ urls: this.urls });
  }
}

function key(hosts: readonly string[]): string {
  return [...hosts].sort().join(" ");
}

/** The listeners that serve any of these hosts, each by name, for a route must not end up on one that only redirects. */
function parents({ name, namespace, listeners }: GatewayReference, hosts: string[]): object[] {
  return listeners
    .filter(({ host }) => !host || hosts.length === 0 || hosts.some((one) => covers(host, one) || covers(one, host)))
    .map((listener) => ({ name, namespace, sectionName: listener.name }));
}

function urlOf({ path, exact, hosts }: RuleArgs, gateway: GatewayReference, address: string): string {
  const scheme = gateway.listeners.some(({ name }) => name !== HTTP) ? "https" : "http";
  const host = [...(hosts ?? []), ...gateway.hosts].find((one) => !one.startsWith("*")) ?? address;
  return `${scheme}://${host}${pathMatch(path, exact).value}`;
}
