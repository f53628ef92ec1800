import type { TracesArgs } from "../../../../../components/observability/traces/args.ts";
import type { GatewaySpec } from "../../../../../components/observability/traces/gateway/spec.ts";
import { gatewaySpec } from "../../../../../components/observability/traces/gateway/spec.ts";

export const base: TracesArgs = {
  namespace: "monitoring",
  images: { collector: "r.dev/collector:1", jaeger: "r.dev/jaeger:1" },
};

export function gateway(more: Partial<TracesArgs> = {}): GatewaySpec {
  return gatewaySpec({ ...base, ...more });
}
