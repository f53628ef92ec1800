/**
 * Ports of the gateway.
 * @see https://opentelemetry.io/docs/specs/otlp/ (4317 and 4318 are registered for OTLP)
 */
export const gatewayPorts = {
  otlpGrpc: 4317,
  otlpHttp: 4318,
  /** Between the gateways, where there are several: spans whose trace another of them samples. */
  peers: 4319,
  ownMetrics: 8888,
  spanMetrics: 8889,
  health: 13133,
} as const;

/**
 * Ports of Jaeger.
 * @see https://www.jaegertracing.io/docs/1.62/deployment/#all-in-one
 */
export const jaegerPorts = {
  otlpGrpc: 4317,
  query: 16686,
  /** Health and metrics. */
  admin: 14269,
} as const;
