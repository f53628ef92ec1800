import type { core } from "@pulumi/kubernetes/types/input.js";

/** Three questions of the kubelet: has it started, should it get traffic, must it be restarted. */
export interface ProbesArgs {
  /**
   * Has it started? Until then the others are not asked.
   * @default - liveness' question, every 2 s, for 60 s
   */
  startup?: ProbeArgs;
  /**
   * Should it get traffic?
   * @default - `path: /readyz`, every 5 s, 2 failures
   */
  readiness?: ProbeArgs;
  /**
   * Must it be restarted? Must not depend on anything remote.
   * @default - `path: /livez`, every 10 s, 3 failures
   */
  liveness?: ProbeArgs;
}

/** One question: at most one of `path`, `grpc` and `tcp`. Plain, because the timings are checked against each other. */
export interface ProbeArgs {
  /** HTTP path on the main port; any status from 200 to 399 is a yes. */
  path?: string;
  /**
   * The gRPC health protocol.
   * @see https://github.com/grpc/grpc/blob/master/doc/health-checking.md
   */
  grpc?: GrpcProbeArgs;
  /** A TCP connection. */
  tcp?: TcpProbeArgs;
  /**
   * Seconds from one question to the next.
   * @default - startup 2, readiness 5, liveness 10
   */
  period?: number;
  /**
   * Seconds to wait for the answer.
   * @default - startup 2, readiness 2, liveness 5, and no more than the period
   */
  timeout?: number;
  /**
   * Failures in a row that count as no.
   * @default - startup 30, readiness 2, liveness 3
   */
  failures?: number;
}

/** Whom a gRPC probe asks. */
export interface GrpcProbeArgs {
  /**
   * Port of the gRPC server.
   * @default - the `grpc` port of the service
   */
  port?: number;
  /**
   * Name that the health service is asked about.
   * @default - none: the server as a whole
   */
  service?: string;
}

/** Where a TCP probe connects to. */
export interface TcpProbeArgs {
  /**
   * Port.
   * @default - the main port
   */
  port?: number;
}

/** A probe with its timings. */
export interface Probe extends ProbeArgs {
  period: number;
  timeout: number;
  failures: number;
}

export type ProbeName = keyof ProbesArgs;
export type Probes = Record<ProbeName, Probe>;

/** Liveness is the slowest, for a restart under load makes things worse; readiness is quick, so that a draining pod is left alone. */
const timings = {
  startup: { period: 2, timeout: 2, failures: 30 },
  readiness: { period: 5, timeout: 2, failures: 2 },
  liveness: { period: 10, timeout: 5, failures: 3 },
} as const satisfies Record<ProbeName, Probe>;

type Question = Pick<ProbeArgs, "path" | "grpc" | "tcp">;

/** Separate endpoints: a service that cannot serve for now must not be restarted for it. */
export const httpQuestions: Record<"readiness" | "liveness", Question> = {
  readiness: { path: "/readyz" },
  liveness: { path: "/livez" },
};

/** A container of which nothing is known is alive while it accepts connections; when it is ready, it must say itself. */
export const sidecarQuestions: typeof httpQuestions = { readiness: {}, liveness: { tcp: {} } };

/** The probes with what the service left out. */
export function effectiveProbes({ startup, readiness, liveness }: ProbesArgs = {}, defaults = httpQuestions): Probes {
  const alive = timed("liveness", asked(liveness, defaults.liveness));
  return {
    startup: timed("startup", asked(startup, question(alive))),
    readiness: timed("readiness", asked(readiness, defaults.readiness)),
    liveness: alive,
  };
}

/** Whoever asks more often than the default timeout waits no longer than until the next question. */
function timed(name: ProbeName, probe: ProbeArgs): Probe {
  const { period, timeout, failures } = { ...timings[name], ...probe };
  return { ...probe, period, timeout: probe.timeout ?? Math.min(timeout, period), failures };
}

function asked(probe: ProbeArgs = {}, fallback: Question): ProbeArgs {
  return Object.keys(question(probe)).length > 0 ? probe : { ...probe, ...fallback };
}

function question({ path, grpc, tcp }: ProbeArgs): Question {
  return { ...(path !== undefined && { path }), ...(grpc && { grpc }), ...(tcp && { tcp }) };
}

/** The most seconds until a probe has its answer: how long the container may take to start, or be broken unseen. */
export function budget({ period, failures }: Probe): number {
  return period * failures;
}

/** Where the questions go that name no port of their own. */
export interface ProbePorts {
  main: string | number;
  grpc?: number;
}

/** @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/ */
export function containerProbes(probes: Probes, ports: ProbePorts) {
  return {
    startupProbe: kubernetesProbe(probes.startup, ports),
    readinessProbe: kubernetesProbe(probes.readiness, ports),
    livenessProbe: kubernetesProbe(probes.liveness, ports),
  };
}

function kubernetesProbe({ path, grpc, tcp, ...probe }: Probe, ports: ProbePorts): core.v1.Probe {
  return {
    ...(path !== undefined && { httpGet: { path, port: ports.main } }),
    ...(tcp && { tcpSocket: { port: tcp.port ?? ports.main } }),
    // Unlike the others it takes no port by name.
    ...(grpc && { grpc: { port: grpc.port ?? ports.grpc ?? 0, ...(grpc.service && { service: grpc.service }) } }),
    periodSeconds: probe.period,
    timeoutSeconds: probe.timeout,
    failureThreshold: probe.failures,
  };
}
