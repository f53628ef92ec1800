/** Seconds for a controller to accept what it was given; a cloud's load balancer takes minutes. */
const GATEWAY_SECONDS = 300;
const ROUTE_SECONDS = 60;

/**
 * Pulumi does not wait for custom resources unless told to, and an `up` that ends before the gateway has taken a route
 * would say that all is well.
 * @see https://www.pulumi.com/registry/packages/kubernetes/how-to-guides/managing-resources-with-server-side-apply/
 */
export const gatewayWait = {
  "pulumi.com/waitFor": JSON.stringify(["condition=Accepted", "condition=Programmed"]),
  "pulumi.com/timeoutSeconds": `${GATEWAY_SECONDS}`,
};

/** Until each listener that a route names has taken it, and its services were found. */
export function routeWait(parents: number): Record<string, string> {
  const conditions = Array.from({ length: parents }, (_, parent) =>
    ["Accepted", "ResolvedRefs"].map(
      (type) => `jsonpath={.status.parents[${parent}].conditions[?(@.type=="${type}")].status}=True`,
    ),
  );
  return {
    "pulumi.com/waitFor": JSON.stringify(conditions.flat()),
    "pulumi.com/timeoutSeconds": `${ROUTE_SECONDS}`,
  };
}
