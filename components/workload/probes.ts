import type { core } from "@pulumi/kubernetes/types/input.js";

/** How long a service may take from its start to its first answer, in seconds. */
export const STARTUP_SECONDS = 60;

const STARTUP_PERIOD = 2;

/**
 * Three questions on separate endpoints: has it started, should it get traffic, must it be restarted. Liveness is the
 * slowest, for a restart under load makes things worse; readiness is quick, so that a draining pod is left alone.
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export function probes(port: string): Pick<core.v1.Container, "startupProbe" | "readinessProbe" | "livenessProbe"> {
  const ask = (path: string, timing: core.v1.Probe): core.v1.Probe => ({ httpGet: { path, port }, ...timing });
  return {
    startupProbe: ask("/livez", {
      periodSeconds: STARTUP_PERIOD,
      failureThreshold: STARTUP_SECONDS / STARTUP_PERIOD,
      timeoutSeconds: 2,
    }),
    readinessProbe: ask("/readyz", { periodSeconds: 5, failureThreshold: 2, timeoutSeconds: 2 }),
    livenessProbe: ask("/livez", { periodSeconds: 10, failureThreshold: 3, timeoutSeconds: 5 }),
  };
}
