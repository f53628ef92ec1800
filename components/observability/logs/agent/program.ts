import type { ProgramArgs, ProgramResourceArgs } from "../../../program/index.ts";
import type { LogsArgs } from "../args.ts";
import { agentPorts } from "../ports.ts";
import { agentConfig, agentFile } from "./config.ts";
import { podRules } from "./processors.ts";
import { SMALLEST_QUEUE } from "./queue.ts";
import type { Sink } from "./sink.ts";
import { AGENT, sources } from "./sources.ts";
import { stateVolume } from "./storage.ts";

/** Measured: 25 MiB at rest, and up to a sixth of a core at 1000 lines a second. */
const resources: ProgramResourceArgs = {
  cpu: { request: "50m", limit: "1" },
  memory: { request: "64Mi", limit: "256Mi" },
};

/**
 * Private addresses.
 * @see https://datatracker.ietf.org/doc/html/rfc1918 and https://datatracker.ietf.org/doc/html/rfc6598
 */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/**
 * The agent of each node as a program. Its group is root's, which alone may read the files of the containers; it has no
 * other right of root.
 */
export function agentProgram(args: LogsArgs, sink: Sink): ProgramArgs {
  const { nodeNamespace, services = [], redact = [], queueSize = SMALLEST_QUEUE, apiServer = PRIVATE } = args;
  const config = agentConfig({ sources: sources(services, nodeNamespace), sink, redact, queueSize });
  return {
    name: AGENT,
    namespace: nodeNamespace,
    image: args.images.collector,
    kind: "DaemonSet",
    args: [
      "--config=/etc/otelcol/agent.yaml",
      // Without it, positions are kept before the lines are: the collector holds up to 100 of them in memory.
      // https://github.com/open-telemetry/opentelemetry-collector-contrib/issues/35456
      "--feature-gates=stanza.synchronousLogEmitter",
    ],
    podFields: { K8S_NODE_NAME: "spec.nodeName" },
    folders: [{ mountPath: "/etc/otelcol", files: { "agent.yaml": agentFile(config) } }],
    secretReferences: sink.secretReferences,
    ports: [
      { name: "http-metrics", port: agentPorts.ownMetrics },
      { name: "health", port: agentPorts.health },
    ],
    probes: { readiness: { path: "/", port: agentPorts.health } },
    resources: args.resources?.agent ?? resources,
    volumes: [
      { name: "logs", mountPath: "/var/log/pods", readOnly: true, hostPath: { path: "/var/log/pods" } },
      stateVolume(nodeNamespace),
    ],
    rules: podRules,
    runAsGroup: 0,
    network: {
      from: [{ namespace: args.scrapedFrom ?? args.namespace, ports: [agentPorts.ownMetrics] }],
      to: [sink.opening, { cidrs: apiServer, ports: [443, 6443] }],
    },
  };
}
