import { budget, type ProbeArgs, type ProbeName, type Probes } from "./probes.ts";

/** Seconds after which a container that does not start counts as broken, at most: a failed rollout must be told in time. */
export const MAX_STARTUP = 600;

/** What must hold between two timings. Data, so that each is tested by breaking it. */
interface Inequality {
  holds: (probes: Probes, drain: number) => boolean;
  says: (probes: Probes, drain: number) => string;
}

export const inequalities: Record<string, Inequality> = {
  // A pod that notices late that it should get no traffic is still sent some when it has stopped to accept.
  readinessBeforeDrain: {
    holds: ({ readiness }, drain) => budget(readiness) < drain,
    says: ({ readiness }, drain) =>
      `probes.readiness: period (${readiness.period} s) × failures (${readiness.failures}) must stay below shutdown.drain (${drain} s); ` +
      `lower one of them or raise drain to ${budget(readiness) + 1} s.`,
  },
  // A restart is the last resort; traffic goes elsewhere first.
  readinessBeforeLiveness: {
    holds: ({ readiness, liveness }) => budget(readiness) < budget(liveness),
    says: ({ readiness, liveness }) =>
      `probes.liveness: period (${liveness.period} s) × failures (${liveness.failures}) must exceed readiness' (${readiness.period} s × ${readiness.failures}), ` +
      "or a pod is restarted before its traffic goes elsewhere; raise the failures of liveness.",
  },
  startupInTime: {
    holds: ({ startup }) => budget(startup) <= MAX_STARTUP,
    says: ({ startup }) =>
      `probes.startup: period (${startup.period} s) × failures (${startup.failures}) is more than the ${MAX_STARTUP} s that a rollout waits for a pod; ` +
      `lower failures to ${Math.floor(MAX_STARTUP / startup.period)} or less.`,
  },
};

/** @param drain seconds that the container has for the requests it still holds; none where it holds none */
export function timingProblems(probes: Probes, drain = Infinity): string[] {
  const between = Object.values(inequalities)
    .filter(({ holds }) => !holds(probes, drain))
    .map(({ says }) => says(probes, drain));
  return [...between, ...overlaps(probes)];
}

/** The kubelet would ask again before it has given up on the answer. */
function overlaps(probes: Probes): string[] {
  return Object.entries(probes).flatMap(([name, { period, timeout }]) =>
    timeout <= period
      ? []
      : [`probes.${name}: timeout (${timeout} s) exceeds period (${period} s); lower timeout or raise period.`],
  );
}

/** A probe asks one thing, at a port that there is. */
export function questionProblems(probes: Probes, grpcPort?: number): string[] {
  return (Object.entries(probes) as [ProbeName, ProbeArgs][]).flatMap(([name, { path, grpc, tcp }]) => {
    const given = Object.entries({ path, grpc, tcp }).flatMap(([kind, value]) => (value === undefined ? [] : [kind]));
    if (given.length === 0) return [`probes.${name}: asks nothing; give it path, grpc or tcp.`];
    if (given.length > 1) return [`probes.${name}: asks by ${given.join(" and ")}; leave one of them.`];
    return grpc && (grpc.port ?? grpcPort) === undefined
      ? [`probes.${name}.grpc: names no port, and there is no grpcPort; set one of them.`]
      : [];
  });
}
