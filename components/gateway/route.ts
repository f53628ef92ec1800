import { all, ComponentResource, output, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { refuse } from "../refuse.ts";
import type { GatewayReference, RouteArgs, RuleArgs } from "./args.ts";
import { HTTP } from "./listeners.ts";
import { pathMatch, slugs } from "./paths.ts";
import { routeProblems } from "./problems.ts";
import { buildRule } from "./rules.ts";
import { routeWait } from "./wait.ts";

/**
 * The way from a Gateway to a service: an HTTPRoute for each rule, and what the controller's own kinds add. One each,
 * because Traefik weighs a rule by its place among its route's, too, and may prefer a wildcard to the name itself.
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
    const labels = { "app.kubernetes.io/name": own, "app.kubernetes.io/managed-by": "pulumi" };
    const suffixes = slugs(args.rules.map(({ path }) => path));

    const urls = args.rules.map((rule, index) => {
      const suffix = `-${suffixes[index]}`;
      const { extras, spec } = buildRule(own + suffix, args, rule);
      const objects = extras.map(({ apiVersion, kind, name: extra, spec }) => {
        const metadata = { name: extra, namespace: args.namespace, labels };
        return new CustomResource(
          name + extra.slice(own.length),
          { apiVersion, kind, metadata, spec },
          { parent: this },
        );
      });
      const annotations = routeWait(spec.parentRefs.length);
      const route = new CustomResource(
        name + suffix,
        {
          apiVersion: "gateway.networking.k8s.io/v1",
          kind: "HTTPRoute",
          metadata: { name: own + suffix, namespace: args.namespace, labels, annotations },
          spec,
        },
        // A filter that is not there yet would be answered with 500.
        { parent: this, dependsOn: objects },
      );
      return route.id.apply(() => output(args.gateway.address).apply((address) => urlOf(rule, args.gateway, address)));
    });

    this.urls = all(urls);
    this.registerOutputs({ urls: this.urls });
  }
}

function urlOf(
  { path, exact, hosts }: RuleArgs,
  { listeners, hosts: served }: GatewayReference,
  address: string,
): string {
  const scheme = listeners.some(({ name }) => name !== HTTP) ? "https" : "http";
  const host = [...(hosts ?? []), ...served].find((one) => !one.startsWith("*")) ?? address;
  return `${scheme}://${host}${pathMatch(path, exact).value}`;
}
