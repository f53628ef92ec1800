import type { Input } from "@pulumi/pulumi";
import { catalog } from "../image/catalog.ts";
import type { ObservabilityArgs, ObservabilityImagesArgs } from "./args.ts";

type Program = keyof ObservabilityImagesArgs;

/** The parts of the monitoring, as far as they decide which programs there are. */
type Parts = Pick<ObservabilityArgs, "metrics" | "logs" | "traces" | "dashboards">;

/**
 * The images of a monitoring out of the catalog. What its parts do not run is not asked for, and empty: a bundle does
 * not hold it.
 *
 * @param imageOf where an image of a stack comes from
 */
export function observabilityImages(
  parts: Parts,
  imageOf: (image: { name: string; image: string }) => Input<string>,
): ObservabilityImagesArgs {
  const wanted = (name: Program) => (runs(parts)[name] ? imageOf({ name, image: catalog[name] }) : "");
  return {
    prometheus: wanted("prometheus"),
    kubeStateMetrics: wanted("kubeStateMetrics"),
    nodeExporter: wanted("nodeExporter"),
    metricsServer: wanted("metricsServer"),
    collector: wanted("collector"),
    loki: wanted("loki"),
    jaeger: wanted("jaeger"),
    grafana: wanted("grafana"),
  };
}

function runs({ metrics, logs, traces, dashboards }: Parts): Record<Program, boolean> {
  const bundled = metrics !== undefined && !metrics.operator;
  return {
    prometheus: bundled,
    kubeStateMetrics: bundled,
    nodeExporter: bundled,
    metricsServer: metrics !== undefined && (metrics.resourceMetrics ?? bundled),
    collector: logs !== undefined || traces !== undefined,
    loki: logs !== undefined && logs.elasticsearch === undefined && logs.opensearch === undefined,
    jaeger: traces !== undefined && traces.backend === undefined,
    grafana: dashboards !== undefined,
  };
}
