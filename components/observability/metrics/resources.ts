import type { ProgramResourceArgs } from "../../program/index.ts";
import type { ResourceOverrides } from "../../workload/resources.ts";

/** What differs from the programs' measured use. */
export interface MetricsResourcesArgs {
  /**
   * Prometheus: 127 MiB of memory were measured with 22,000 series, 174 MiB with 57,000.
   * @default - 50m to 1 CPU, 256Mi to 512Mi
   */
  prometheus?: ResourceOverrides;
  /**
   * kube-state-metrics: 18 MiB of memory were measured with 60 pods.
   * @default - 10m to 200m, 32Mi to 128Mi
   */
  kubeStateMetrics?: ResourceOverrides;
  /**
   * node-exporter: 8 MiB of memory were measured.
   * @default - 10m to 200m, 16Mi to 64Mi
   */
  nodeExporter?: ResourceOverrides;
  /**
   * metrics-server: 22 MiB of memory were measured with one node.
   * @default - 10m to 200m, 32Mi to 128Mi
   */
  metricsServer?: ResourceOverrides;
}

/** Requests with room for twice what was measured, limits with room above its peaks. */
const measured: Record<keyof MetricsResourcesArgs, ProgramResourceArgs> = {
  prometheus: { cpu: { request: "50m", limit: "1" }, memory: { request: "256Mi", limit: "512Mi" } },
  kubeStateMetrics: { cpu: { request: "10m", limit: "200m" }, memory: { request: "32Mi", limit: "128Mi" } },
  nodeExporter: { cpu: { request: "10m", limit: "200m" }, memory: { request: "16Mi", limit: "64Mi" } },
  metricsServer: { cpu: { request: "10m", limit: "200m" }, memory: { request: "32Mi", limit: "128Mi" } },
};

/** What a program gets, with what the user wants otherwise. */
export function resourcesOf(
  program: keyof MetricsResourcesArgs,
  overrides: MetricsResourcesArgs = {},
): ProgramResourceArgs {
  const { cpu, memory } = measured[program];
  const own = overrides[program];
  return { cpu: { ...cpu, ...own?.cpu }, memory: { ...memory, ...own?.memory } };
}
