import type { core } from "@pulumi/kubernetes/types/input.js";
import type { HttpProbeArgs, ProgramProbesArgs } from "./args.ts";

/** Seconds between two questions while the program starts. */
const STARTUP_PERIOD = 2;

/** Liveness is the slowest and the most patient, for a restart under load makes things worse. */
export function programProbes({ readiness, liveness, startup = 60 }: ProgramProbesArgs) {
  const alive = liveness ? { httpGet: question(liveness) } : { tcpSocket: { port: readiness.port } };
  return {
    startupProbe: {
      ...alive,
      periodSeconds: STARTUP_PERIOD,
      timeoutSeconds: 2,
      failureThreshold: Math.ceil(startup / STARTUP_PERIOD),
    },
    readinessProbe: { httpGet: question(readiness), periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 2 },
    livenessProbe: { ...alive, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
  };
}

function question({ path, port, scheme }: HttpProbeArgs): core.v1.HTTPGetAction {
  return { path, port, ...(scheme && { scheme }) };
}
