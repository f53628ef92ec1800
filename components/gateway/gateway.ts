import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { refuse } from "../refuse.ts";
import type { GatewayArgs, GatewayReference } from "./args.ts";
import { controllerOf } from "./controllers.ts";
import { gatewaySpec, redirects, redirectSpec, routeListeners } from "./listeners.ts";
import { gatewayProblems } from "./problems.ts";
import { gatewayWait, routeWait } from "./wait.ts";

const apiVersion = "gateway.networking.k8s.io/v1";

/**
 * Where requests enter the cluster: a Gateway of the Gateway API that takes routes from the named namespaces. The
 * controller of its class is the cluster's. Costs what the controller makes of it: a load balancer in most clouds.
 *
 * @example
 * new Gateway("gateway", { class: "traefik", namespace: "traefik", routesFrom: [shop.namespace] });
 */
export class Gateway extends ComponentResource {
  /** What a {@link Route} must know of it; its address is known once the controller has programmed it. */
  readonly reference: GatewayReference;

  constructor(name: string, args: GatewayArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:Gateway", name, {}, opts);
    const own = args.name ?? name;
    refuse(`gateway ${own}`, gatewayProblems(args));
    const labels = { "app.kubernetes.io/name": own, "app.kubernetes.io/managed-by": "pulumi" };
    const metadata = { name: own, namespace: args.namespace, labels };
    const issuer = args.tls?.issuer && { "cert-manager.io/cluster-issuer": args.tls.issuer };

    const gateway = new Programmed(
      name,
      {
        apiVersion,
        kind: "Gateway",
        metadata: { ...metadata, annotations: { ...gatewayWait, ...issuer } },
        spec: gatewaySpec(own, args),
      },
      { parent: this },
    );
    if (redirects(args)) {
      new CustomResource(
        `${name}-redirect`,
        {
          apiVersion,
          kind: "HTTPRoute",
          metadata: { ...metadata, name: `${own}-redirect`, annotations: routeWait(1) },
          spec: redirectSpec(own),
        },
        { parent: this, dependsOn: gateway },
      );
    }

    this.reference = {
      name: gateway.metadata.apply((known) => known.name ?? own),
      namespace: args.namespace,
      controller: args.controller ?? controllerOf(args.class),
      hosts: args.hosts ?? [],
      listeners: routeListeners(args),
      address: gateway.status.apply((status) => status?.addresses?.[0]?.value ?? ""),
    };
    this.registerOutputs({ address: this.reference.address });
  }
}

/** A Gateway of whose outputs the status is one. */
class Programmed extends CustomResource {
  declare readonly status: Output<{ addresses?: { value: string }[] } | undefined>;

  constructor(name: string, args: ConstructorParameters<typeof CustomResource>[1], opts?: ComponentResourceOptions) {
    super(name, { ...args, status: undefined }, opts);
  }
}
