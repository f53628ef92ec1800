import type { OpeningArgs } from "../../../network/index.ts";
import type { TracesArgs } from "../args.ts";
import { jaegerPorts } from "../ports.ts";
import { openingTo } from "../../address.ts";
import type { BackendArgs, SamplingArgs, SpanMetricsArgs } from "./args.ts";

/** Kubernetes name of the gateways. */
export const GATEWAY = "otel-gateway";

/** What the configuration of the gateways is built from, every default filled in. */
export interface GatewaySpec {
  namespace: string;
  replicas: number;
  sampling: Required<SamplingArgs>;
  spanMetrics: Required<SpanMetricsArgs>;
  backend: BackendArgs;
  /** What must be open for the backend. */
  opening: OpeningArgs;
}

/** Fills in what the arguments leave out. Without a backend the traces go to Jaeger. */
export function gatewaySpec({ namespace, replicas = 1, sampling, spanMetrics, backend }: TracesArgs): GatewaySpec {
  const jaeger = { pods: { name: "jaeger", namespace }, ports: [jaegerPorts.otlpGrpc] };
  return {
    namespace,
    replicas,
    sampling: { ratio: 10, slow: "500ms", wait: "5s", traces: 10_000, ...sampling },
    spanMetrics: { interval: "15s", combinations: 500, ...spanMetrics },
    backend: backend ?? { otlpEndpoint: `http://jaeger.${namespace}.svc:${jaegerPorts.otlpGrpc}` },
    opening: backend ? openingTo(backend.otlpEndpoint, backend) : jaeger,
  };
}

/** Several gateways send each other the spans of a trace, so that one of them sees it as a whole. */
export function hasPeers({ replicas }: Pick<GatewaySpec, "replicas">): boolean {
  return replicas > 1;
}
