import type { Stack } from "../stack.ts";
import { and, or, type Truth } from "../values/truth.ts";
import type { Container } from "./containers.ts";
import { runsForGood } from "./lifetime.ts";
import type { Pod } from "./pods.ts";
import { selectionOf } from "./selection.ts";
import { hasPort } from "./ports.ts";

/** A container of a pod, and whether requests that a Service gets go to it. */
export interface Server {
  readonly container: Container;
  readonly serves: Exclude<Truth, false>;
}

/** Whether a Service of the stack sends requests to the pod. */
export function isServed(stack: Stack, pod: Pod): Truth {
  return or(
    ...selectionOf(stack, "Service")
      .by(pod)
      .map((match) => match.selects),
  );
}

/**
 * The containers to which Services send requests: those with the port, for as long as they run. A Service may also send to
 * a port that nobody declares; then it may be any of the pod's regular containers.
 */
export function serversOf(stack: Stack, pod: Pod): Server[] {
  const endless = pod.containers.filter((container) => runsForGood(container, pod) !== false);
  const servers = new Map<Container, Truth>();
  for (const { object, selects } of selectionOf(stack, "Service").by(pod)) {
    for (const port of object.fields.at("spec", "ports").items()) {
      const target = port.at("targetPort").absent === true ? port.at("port") : port.at("targetPort");
      const declaring = endless.filter(({ spec }) => hasPort([spec], target) !== false);
      for (const container of declaring.length > 0 ? declaring : endless.filter(({ role }) => role === "regular")) {
        const serves = and(selects, hasPort([container.spec], target) === "unknown" ? "unknown" : true);
        servers.set(container, or(serves, servers.get(container) ?? false));
      }
    }
  }
  return [...servers].flatMap(([container, serves]) => {
    const does = and(serves, runsForGood(container, pod));
    return does === false ? [] : [{ container, serves: does }];
  });
}
