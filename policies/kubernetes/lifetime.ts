import type { Field } from "../values/field.ts";
import { and, not, or, type Truth } from "../values/truth.ts";
import type { Container } from "./containers.ts";
import type { Pod } from "./pods.ts";

/**
 * Whether a container runs until somebody stops it. It restarts for ever unless its own policy or, failing that, the pod's
 * says otherwise; an init container only if its own says Always, which makes it a sidecar (KEP-753). An ephemeral one never
 * does, and may not have probes.
 */
export function runsForGood({ role, spec }: Container, pod: Pod): Truth {
  if (pod.runsToCompletion) return false;
  const own = spec.at("restartPolicy");
  const ofPod = pod.spec.at("restartPolicy").isOneOf([undefined, "Always"]);
  switch (role) {
    case "regular":
      return or(own.is("Always"), and(own.absent, ofPod));
    case "init":
      return and(own.is("Always"), ofPod);
    case "ephemeral":
      return false;
  }
}

/** Whether a probe or a hook does something: one without a handler does nothing. */
export function isSet(handler: Field): Truth {
  return or(...["httpGet", "grpc", "tcpSocket", "exec", "sleep"].map((action) => not(handler.at(action).absent)));
}
