import { reliability } from "../frameworks.ts";
import type { Container } from "../kubernetes/containers.ts";
import { mandatory } from "../levels.ts";
import type { PodRule } from "../rule.ts";
import type { Field } from "../values/field.ts";
import { and, not, or, type Truth } from "../values/truth.ts";

const PROBES = {
  readinessProbe: "must be set, or requests reach the container before it serves and while it cannot",
  livenessProbe: "must be set, or a container that hangs is never restarted",
} as const;

/** What runs for good must say whether it is alive and ready; what ends by itself says so by ending. */
export const rule: PodRule = {
  name: "container-probes",
  description:
    "Every container that runs for good, native sidecars included, must have a readiness and a liveness probe.",
  level: mandatory,
  severity: "medium",
  framework: reliability,
  remediation:
    "Add readinessProbe and livenessProbe, on separate endpoints: liveness must not depend on anything remote.",
  url: "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
  checkPod({ spec: pod, containers, runsToCompletion }, require) {
    if (runsToCompletion) return;
    for (const container of containers) {
      const endless = runsForGood(container, pod);
      if (endless === false) continue;
      for (const [name, why] of Object.entries(PROBES)) {
        const probe = container.spec.at(name);
        require(or(not(endless), probes(probe)), probe, why);
      }
    }
  },
};

/**
 * A container restarts for ever unless its own policy or, failing that, the pod's says otherwise; an init container only
 * if its own says Always, which makes it a sidecar (KEP-753). An ephemeral one never does and may not have probes.
 */
function runsForGood({ role, spec }: Container, pod: Field): Truth {
  const own = spec.at("restartPolicy");
  const ofPod = pod.at("restartPolicy");
  const podEndless = or(ofPod.absent, ofPod.is("Always"));
  switch (role) {
    case "regular":
      return or(own.is("Always"), and(own.absent, podEndless));
    case "init":
      return and(own.is("Always"), podEndless);
    case "ephemeral":
      return false;
  }
}

/** A probe without a handler probes nothing. */
function probes(probe: Field): Truth {
  return or(...["httpGet", "grpc", "tcpSocket", "exec"].map((handler) => not(probe.at(handler).absent)));
}
