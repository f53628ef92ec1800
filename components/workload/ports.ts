import type { Listening } from "../network/index.ts";

/** Ports of a service, the same in the pods and at its address. Plain, because probes and policies name them. */
export interface PortArgs {
  /**
   * Port of the HTTP server, which also answers `/livez` and `/readyz`.
   * @default 8080
   */
  port?: number;
  /**
   * Port of the Prometheus metrics.
   * @default 9090
   */
  metricsPort?: number;
  /**
   * Port of the gRPC server.
   * @default - none
   */
  grpcPort?: number;
}

export interface NamedPort {
  name: string;
  port: number;
  appProtocol: string;
}

/**
 * The ports by name, with what is spoken there: gRPC is HTTP/2 in the clear, which gateways must be told.
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol
 */
export function namedPorts({
  port,
  metricsPort,
  grpcPort,
}: PortArgs & { port: number; metricsPort: number }): NamedPort[] {
  return [
    { name: "http", port, appProtocol: "http" },
    ...(grpcPort === undefined ? [] : [{ name: "grpc", port: grpcPort, appProtocol: "kubernetes.io/h2c" }]),
    { name: "http-metrics", port: metricsPort, appProtocol: "http" },
  ];
}

/** What a network policy may open: the servers to callers, the metrics to the monitoring. */
export function listening({
  name,
  port,
  metricsPort,
  grpcPort,
}: PortArgs & { name: string; port: number; metricsPort: number }): Listening {
  return { name, ports: grpcPort === undefined ? [port] : [port, grpcPort], metricsPort };
}

export function portProblems(ports: Record<string, number | undefined>): string[] {
  const used = Object.entries(ports).flatMap(([name, port]) => (port === undefined ? [] : [{ name, port }]));
  return used.flatMap(({ name, port }, index) => {
    const first = used.slice(0, index).find((other) => other.port === port);
    return first ? [`${name}: port ${port} is taken by ${first.name}; choose another.`] : [];
  });
}
