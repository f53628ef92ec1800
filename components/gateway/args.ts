import type { Input } from "@pulumi/pulumi";
import type { ControllerName } from "./controllers.ts";

/** Arguments of {@link Gateway}. */
export interface GatewayArgs {
  /**
   * Kubernetes name. Plain, because children are named by it.
   * @default - the name of the component
   */
  name?: string;
  /** Namespace in which the controller's proxies run; the Gateway and its certificates stand there. It must exist. */
  namespace: Input<string>;
  /** Name of the GatewayClass. Plain, because it decides the default of `controller`. */
  class: string;
  /**
   * Who serves the class: `traefik`, `envoy-gateway`, `istio`, `cilium`, `contour`, `kgateway`, `nginx` or `other`. It
   * decides what routes may ask for. Plain, because it decides which resources a route consists of.
   * @default - the controller whose usual class name this is, else `other`
   */
  controller?: ControllerName;
  /** Namespaces whose routes are taken. */
  routesFrom: Input<string>[];
  /**
   * Host names that are served, `shop.example.com` or `*.example.com`. Plain, because under TLS each is a listener.
   * @default - any host
   */
  hosts?: string[];
  /**
   * Certificate of the hosts. Plain, because it decides which listeners there are.
   * @default - plain HTTP
   */
  tls?: TlsArgs;
  /**
   * Answer plain HTTP with a redirect to HTTPS, where there is TLS. Plain, because the redirect is a route of its own.
   * @default true
   */
  redirectHttp?: boolean;
  /** Ports of the listeners, where the controller is not told the usual ones. */
  ports?: PortsArgs;
}

/** Where a certificate comes from: exactly one of the two. */
export interface TlsArgs {
  /**
   * Name of a `kubernetes.io/tls` Secret in the Gateway's namespace.
   * @default - the one that cert-manager fills
   */
  secret?: Input<string>;
  /**
   * Name of the ClusterIssuer of cert-manager that issues the certificate.
   * @default - no issuer: the Secret is given
   * @see https://cert-manager.io/docs/usage/gateway/
   */
  issuer?: Input<string>;
}

/** Ports of a Gateway's listeners. A controller may have fixed ones: 8000 and 8443 in Traefik's chart. */
export interface PortsArgs {
  /**
   * Port of plain HTTP.
   * @default 80
   */
  http?: Input<number>;
  /**
   * Port of HTTPS.
   * @default 443
   */
  https?: Input<number>;
}

/** Arguments of {@link Route}. */
export interface RouteArgs {
  /**
   * Kubernetes name of the route and prefix of what belongs to it. Plain, because children are named by it.
   * @default - the name of the component
   */
  name?: string;
  /** Namespace of the route and of the services that it leads to. */
  namespace: Input<string>;
  /** The Gateway that takes the requests: `gateway.reference`. */
  gateway: GatewayReference;
  /** Kubernetes name of the service that requests are led to. */
  service: Input<string>;
  /** Port of that service. */
  port: Input<number>;
  /** What is led there. Plain, because each entry may need resources of its own. */
  rules: RuleArgs[];
}

/** What a {@link Route} must know of its Gateway. */
export interface GatewayReference {
  /** Kubernetes name of the Gateway. */
  name: Input<string>;
  /** Namespace of the Gateway. */
  namespace: Input<string>;
  /** Who serves it. Plain, because it decides which resources a route consists of. */
  controller: ControllerName;
  /** Host names that are served. Plain; none means any. */
  hosts: string[];
  /** Listeners that take routes of services. Plain. */
  listeners: ListenerReference[];
  /** First address that the controller gave the Gateway, where a host name does not lead to it. */
  address: Input<string>;
}

/** A listener as a route sees it. */
export interface ListenerReference {
  /** Name of the listener. */
  name: string;
  /**
   * Host name that it serves.
   * @default - any
   */
  host?: string;
}

/** Requests that belong together, and what is done with them. */
export interface RuleArgs {
  /** Path prefix: `/api/v1` and `/api/v1/*` both mean that path and everything below. Plain, for children are named by it. */
  path: string;
  /**
   * The path alone, and nothing below it.
   * @default false
   */
  exact?: boolean;
  /**
   * Host names, each served by the Gateway. Plain, because they decide which listeners the rule is on.
   * @default - those of the Gateway
   */
  hosts?: string[];
  /**
   * Methods, such as `GET`. Plain, because each is a match.
   * @default - all
   */
  methods?: string[];
  /**
   * Headers that a request must have, with their exact values.
   * @default - none
   */
  headers?: Record<string, Input<string>>;
  /**
   * Query parameters that a request must have, with their exact values.
   * @default - none
   */
  query?: Record<string, Input<string>>;
  /**
   * How long an answer may take; then the gateway answers 504. Refused where the controller has no timeouts.
   * @default - the controller's own
   */
  timeouts?: TimeoutsArgs;
  /**
   * How often a request is tried again on another pod when none of its bytes reached the first. Refused where the
   * controller does not offer it. Plain, because a filter is a resource.
   * @default - the controller's own
   */
  retries?: RetriesArgs;
  /**
   * Requests that one client address may send; beyond it the gateway answers 429. Each proxy counts for itself. Refused
   * where the controller does not offer it. Plain, because a filter is a resource.
   * @default - no limit
   */
  rateLimit?: RateLimitArgs;
  /**
   * Changes of the headers that the service sees.
   * @default - none
   */
  requestHeaders?: HeaderChangesArgs;
  /**
   * Changes of the headers that the client sees.
   * @default - none
   */
  responseHeaders?: HeaderChangesArgs;
  /**
   * Services that share the requests by weight, in the route's namespace.
   * @default - all to the service of the route
   */
  backends?: BackendArgs[];
}

/** Durations of the Gateway API, such as `500ms`, `10s`, `1m30s`. @see https://gateway-api.sigs.k8s.io/geps/gep-2257/ */
export interface TimeoutsArgs {
  /**
   * From the request to the end of the answer, retries included. Traefik counts to the answer's headers.
   * @default - none
   */
  request?: Input<string>;
  /**
   * Of one attempt at a pod; not longer than `request`. Under Traefik it takes the place of `request`.
   * @default - none
   */
  backendRequest?: Input<string>;
}

/** Further attempts at a request. */
export interface RetriesArgs {
  /** Attempts after the first one. */
  attempts: Input<number>;
  /**
   * Time before the first of them; it grows to at most twice as much.
   * @default - at once
   */
  backoff?: Input<string>;
}

/** A token bucket per client address. */
export interface RateLimitArgs {
  /** Requests per period. */
  average: Input<number>;
  /**
   * The period.
   * @default "1s"
   */
  period?: Input<string>;
  /**
   * Requests that may come at once.
   * @default - as many as the average
   */
  burst?: Input<number>;
}

/** Changes of headers, made in this order: set, add, remove. */
export interface HeaderChangesArgs {
  /**
   * Headers that get these values in place of their own.
   * @default - none
   */
  set?: Record<string, Input<string>>;
  /**
   * Values that are added to headers.
   * @default - none
   */
  add?: Record<string, Input<string>>;
  /**
   * Headers that are taken away.
   * @default - none
   */
  remove?: Input<string>[];
}

/** A service's share of the requests. */
export interface BackendArgs {
  /** Kubernetes name of the service. */
  service: Input<string>;
  /** Port of the service. */
  port: Input<number>;
  /** Its share: this weight of the sum of all. */
  weight: Input<number>;
}
