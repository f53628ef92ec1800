/** What a controller offers beyond the core of the Gateway API. */
export interface Controller {
  /** Name that its GatewayClass has where its documentation is followed. */
  class: string;
  /** How a route's timeouts are declared: in the standard's own field, or by Traefik's kinds. */
  timeouts?: "standard" | "traefik";
  /** Whose kinds limit rates and retry; the standard has nothing stable for either. */
  filters?: "traefik";
}

/**
 * Known controllers. Who honours the `timeouts` of an HTTPRoute stands in the conformance reports; the others accept
 * the field and ignore it.
 * @see https://github.com/kubernetes-sigs/gateway-api/tree/v1.4.0/conformance/reports
 */
export const controllers = {
  traefik: { class: "traefik", timeouts: "traefik", filters: "traefik" },
  "envoy-gateway": { class: "eg", timeouts: "standard" },
  istio: { class: "istio", timeouts: "standard" },
  cilium: { class: "cilium", timeouts: "standard" },
  contour: { class: "contour", timeouts: "standard" },
  kgateway: { class: "kgateway", timeouts: "standard" },
  nginx: { class: "nginx" },
} as const satisfies Record<string, Controller>;

/** A controller by name; `other` is any that is not in the table, of which only the standard's core is expected. */
export type ControllerName = keyof typeof controllers | "other";

/** The controller that a class usually belongs to. */
export function controllerOf(gatewayClass: string): ControllerName {
  const names = Object.keys(controllers) as (keyof typeof controllers)[];
  return names.find((name) => controllers[name].class === gatewayClass) ?? "other";
}

/** What a controller offers; nothing but the core where it is not known. */
export function offersOf(controller: ControllerName): Partial<Controller> {
  return controller === "other" ? {} : controllers[controller];
}
