import type { Input } from "@pulumi/pulumi";
import type { WhereaboutsArgs } from "../../address.ts";

/** Which traces are kept: all with an error, all that are slow, and some of the rest. */
export interface SamplingArgs {
  /**
   * Percentage of the traces that are neither slow nor in error. 100 keeps everything.
   * @default 10
   */
  ratio?: number;
  /**
   * Time from the beginning of a trace to its end from which on it is slow, such as `500ms`.
   * @default "500ms"
   */
  slow?: string;
  /**
   * How long after its root span a trace is decided upon, such as `5s`; of one whose root never comes, twice as long after
   * its first. Longer than the services hold their spans back (`OTEL_BSP_SCHEDULE_DELAY`, 5 s).
   * @default "5s"
   */
  wait?: string;
  /**
   * Traces that a gateway holds at a time while they are undecided; the oldest goes when there are more.
   * @default 10000
   */
  traces?: number;
}

/**
 * Metrics of the spans: calls, errors and durations of every operation of every service.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/connector/spanmetricsconnector
 */
export interface SpanMetricsArgs {
  /**
   * How often they are renewed: the scrape interval, for an exemplar stands no longer.
   * @default "15s"
   */
  interval?: string;
  /**
   * Combinations of operation, route, method and status that a service may have. What comes beyond is counted in one
   * series for all, labelled `otel_metric_overflow`.
   * @default 500
   */
  combinations?: number;
}

/** A backend for traces that speaks OTLP, such as Tempo, another collector or a managed one. */
export interface BackendArgs extends WhereaboutsArgs {
  /** Its address, such as `https://tempo.example.com:4317`; without TLS where it begins with `http:`. */
  otlpEndpoint: string;
  /**
   * What is spoken there.
   * @default "grpc"
   */
  protocol?: "grpc" | "http";
  /**
   * Headers of each request, such as `authorization`, from Secrets.
   * @default - none
   */
  headers?: HeaderArgs[];
}

/** A header whose value is secret. */
export interface HeaderArgs {
  /** Name of the header. */
  name: string;
  /** Name of the Secret, in the namespace of the monitoring. */
  secret: Input<string>;
  /** Key in the Secret. */
  key: Input<string>;
}
