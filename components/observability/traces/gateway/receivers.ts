import { gatewayPorts } from "../ports.ts";
import type { Settings } from "./config.ts";

/**
 * gRPC connections end after a while and are made anew, so that a gateway that was added gets its share. HTTP clients
 * do that by themselves.
 * @see https://github.com/open-telemetry/opentelemetry-collector/blob/main/config/configgrpc/README.md#server-configuration
 */
const keepalive = { server_parameters: { max_connection_age: "2m", max_connection_age_grace: "10s" } };

/** What the gateway listens on: services, and where there are several, other gateways. */
export function receivers(several: boolean): Record<string, Settings> {
  return {
    otlp: {
      protocols: {
        grpc: { endpoint: everywhere(gatewayPorts.otlpGrpc), keepalive },
        http: { endpoint: everywhere(gatewayPorts.otlpHttp) },
      },
    },
    ...(several && { "otlp/peers": { protocols: { grpc: { endpoint: everywhere(gatewayPorts.peers) } } } }),
  };
}

/** The network policy says who gets there. */
export function everywhere(port: number): string {
  return `0.0.0.0:${port}`;
}
