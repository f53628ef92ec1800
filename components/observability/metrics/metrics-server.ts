import type { ProgramArgs } from "../../program/index.ts";
import { METRICS_SERVER } from "./names.ts";
import { apiServerOpenings, scraped } from "./openings.ts";
import { resourcesOf } from "./resources.ts";
import { CLUSTER_AUTHORITY } from "./scrape/job.ts";
import type { MetricsSpec } from "./spec.ts";

const KUBELET = 10250;

/** Whom the API server asks about pods; the first three are what they are without the flag, for probes. */
const PUBLIC = ["/healthz", "/livez", "/readyz", "/metrics"];

/** metrics-server: what pods and nodes use right now, for autoscalers and `kubectl top`. */
export function resourceProgram(spec: MetricsSpec): ProgramArgs {
  const { name, port } = METRICS_SERVER;
  return {
    name,
    namespace: spec.namespace,
    image: spec.images.metricsServer,
    replicas: Math.min(spec.replicas, 2),
    args: [
      `--secure-port=${port}`,
      "--cert-dir=/tmp",
      "--kubelet-preferred-address-types=InternalIP",
      "--kubelet-use-node-status-port",
      spec.verifyKubelets ? `--kubelet-certificate-authority=${CLUSTER_AUTHORITY}` : "--kubelet-insecure-tls",
      "--metric-resolution=15s",
      `--authorization-always-allow-paths=${PUBLIC.join(",")}`,
    ],
    ports: [{ name: "https-metrics", port, appProtocol: "https" }],
    probes: {
      readiness: { path: "/readyz", port, scheme: "HTTPS" },
      liveness: { path: "/livez", port, scheme: "HTTPS" },
    },
    resources: resourcesOf("metricsServer", spec.resources),
    volumes: [{ name: "tmp", mountPath: "/tmp", emptyDir: { sizeLimit: "1Mi" } }],
    rules: [
      { apiGroups: [""], resources: ["nodes/metrics"], verbs: ["get"] },
      { apiGroups: [""], resources: ["nodes", "pods"], verbs: ["get", "list", "watch"] },
    ],
    network: {
      // The API server passes on what it is asked, and comes from the address of its node.
      from: [scraped(spec, [port]), { cidrs: [...spec.nodes, ...apiServerBlocks(spec)], ports: [port] }],
      to: [...apiServerOpenings(spec), { cidrs: spec.nodes, ports: [KUBELET] }],
    },
  };
}

function apiServerBlocks({ nodes, apiServer }: MetricsSpec): string[] {
  return [...new Set(apiServer.map(({ cidr }) => cidr))].filter((cidr) => !nodes.includes(cidr));
}
