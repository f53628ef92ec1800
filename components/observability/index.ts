import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import type { ObservabilityArgs } from "./args.ts";
import { Dashboards } from "./dashboards/index.ts";
import { Logs } from "./logs/index.ts";
import { Metrics } from "./metrics/index.ts";
import { nodeNamespace, registerNamespaces } from "./namespaces.ts";
import { Traces } from "./traces/index.ts";

export type { ObservabilityArgs, ObservabilityImagesArgs } from "./args.ts";
export { observabilityImages } from "./images.ts";

/** Where the services of a cluster send their spans by OTLP/HTTP: the value of `OTEL_EXPORTER_OTLP_ENDPOINT`. */
export function otlpEndpoint(namespace: string): string {
  return `http://otel-gateway.${namespace}.svc:4318`;
}

/**
 * What sees, keeps and shows what runs in a cluster: metrics, logs and traces that name each other, and dashboards. Costs
 * what its pods request; see docs/observability.md.
 *
 * @example
 * new Observability("monitoring", { namespace: "monitoring", images, services, metrics: {}, logs: {}, traces: {} });
 */
export class Observability extends ComponentResource {
  /** Addresses inside the cluster, by program: `prometheus`, `loki`, `jaeger` and `grafana`, as far as they are there. */
  readonly addresses: Record<string, Output<string>>;

  constructor(name: string, args: ObservabilityArgs, opts?: ComponentResourceOptions) {
    super("slipway:index:Observability", name, {}, opts);
    const { namespace, images, services = [] } = args;
    // A component waits for what it depends on before it registers, and its children wait for it.
    const inside = { parent: this, dependsOn: registerNamespaces(name, namespace, { parent: this }) };
    const common = { namespace, nodeNamespace: nodeNamespace(namespace), images };

    const metrics = args.metrics && new Metrics(`${name}-metrics`, { ...common, ...args.metrics }, inside);
    const logs = args.logs && new Logs(`${name}-logs`, { ...common, services, ...args.logs }, inside);
    const traces = args.traces && new Traces(`${name}-traces`, { ...common, ...args.traces }, inside);
    const sources = { loki: logs?.url, jaeger: traces?.query };
    const dashboards =
      args.dashboards &&
      metrics &&
      new Dashboards(
        `${name}-dashboards`,
        {
          namespace,
          image: images.grafana,
          services,
          sources: { ...sources, prometheus: metrics.url, scrapeInterval: args.metrics?.scrapeInterval },
          parts: {
            metricsServer: args.metrics?.resourceMetrics ?? true,
            remoteWrite: (args.metrics?.remoteWrite ?? []).length > 0,
          },
          ...args.dashboards,
        },
        inside,
      );

    this.addresses = present({ prometheus: metrics?.url, ...sources, grafana: dashboards?.url });
    this.registerOutputs({ addresses: this.addresses });
  }
}

function present(addresses: Record<string, Output<string> | undefined>): Record<string, Output<string>> {
  return Object.fromEntries(Object.entries(addresses).flatMap(([name, url]) => (url ? [[name, url]] : [])));
}
