import type { OpeningsArgs } from "../../../network/index.ts";
import type { ProgramArgs, ProgramResourceArgs } from "../../../program/index.ts";
import type { TracesArgs } from "../args.ts";
import { gatewayPorts } from "../ports.ts";
import { podRules } from "./attributes.ts";
import { headerReferences } from "./backend.ts";
import { gatewayFile } from "./config.ts";
import { GATEWAY, gatewaySpec, hasPeers, type GatewaySpec } from "./spec.ts";

/** Measured: 25 MiB at rest; undecided traces and queues take the rest. */
const resources: ProgramResourceArgs = {
  cpu: { request: "50m", limit: "500m" },
  memory: { request: "96Mi", limit: "256Mi" },
};

/**
 * Private addresses.
 * @see https://datatracker.ietf.org/doc/html/rfc1918 and https://datatracker.ietf.org/doc/html/rfc6598
 */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/** The gateways as a program. A StatefulSet, so that a restarted one continues its series under the same name. */
export function gatewayProgram(args: TracesArgs): ProgramArgs {
  const spec = gatewaySpec(args);
  const { otlpHttp, otlpGrpc, peers, ownMetrics, spanMetrics, health } = gatewayPorts;
  return {
    name: GATEWAY,
    namespace: spec.namespace,
    image: args.images.collector,
    kind: "StatefulSet",
    replicas: spec.replicas,
    args: ["--config=/etc/otelcol/gateway.yaml"],
    folders: [{ mountPath: "/etc/otelcol", files: { "gateway.yaml": gatewayFile(spec) } }],
    secretReferences: headerReferences(spec.backend),
    ports: [
      // The first is that of the program's address.
      { name: "otlp-http", port: otlpHttp },
      { name: "otlp-grpc", port: otlpGrpc, appProtocol: "kubernetes.io/h2c" },
      { name: "http-metrics", port: ownMetrics },
      { name: "span-metrics", port: spanMetrics },
      { name: "health", port: health },
      ...(hasPeers(spec) ? [{ name: "otlp-peers", port: peers, appProtocol: "kubernetes.io/h2c" }] : []),
    ],
    // Until it knows the pods of the cluster it answers nothing.
    probes: { readiness: { path: "/", port: health } },
    resources: args.resources?.gateway ?? resources,
    rules: podRules,
    network: openings(args, spec),
  };
}

function openings({ scrapedFrom, apiServer = PRIVATE }: TracesArgs, spec: GatewaySpec): OpeningsArgs {
  const { otlpHttp, otlpGrpc, peers, ownMetrics, spanMetrics } = gatewayPorts;
  const itself = hasPeers(spec) ? [{ pods: { name: GATEWAY, namespace: spec.namespace }, ports: [peers] }] : [];
  return {
    from: [
      { everyNamespace: true, ports: [otlpGrpc, otlpHttp] },
      { namespace: scrapedFrom ?? spec.namespace, ports: [ownMetrics, spanMetrics] },
      ...itself,
    ],
    to: [spec.opening, { cidrs: apiServer, ports: [443, 6443] }, ...itself],
  };
}
