import type { Input } from "@pulumi/pulumi";
import type { ProfileName } from "./resources.ts";

/** Arguments of {@link Service}. */
export interface ServiceArgs {
  /** Namespace that the service runs in; it must exist. */
  namespace: Input<string>;
  /** Image of the service, best `repository@digest`. */
  image: Input<string>;
  /**
   * Number of pods. Plain, because from two on there is a disruption budget.
   * @default 1
   */
  replicas?: number;
  /**
   * Resource profile: requests, limits and the Go runtime's settings that follow from them.
   * @default "web"
   */
  profile?: ProfileName;
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
   * Environment variables of the process. Not for secrets: they stand in the manifest.
   * @default - none beside those of the Go runtime and OpenTelemetry
   */
  env?: Record<string, Input<string>>;
}

/** {@link ServiceArgs} with every default filled in: what the builders work on. */
export type ServiceSpec = Required<ServiceArgs>;

export function withDefaults(args: ServiceArgs): ServiceSpec {
  return { replicas: 1, profile: "web", port: 8080, metricsPort: 9090, env: {}, ...args };
}
