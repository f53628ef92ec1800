import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import type { DashboardsArgs } from "./args.ts";
import { deliveryDashboard } from "./boards/delivery.ts";
import { environmentDashboard } from "./boards/environment.ts";
import { logsDashboard } from "./boards/logs.ts";
import { nodeDashboard } from "./boards/node/index.ts";
import { platformDashboard } from "./boards/platform/index.ts";
import { serviceDashboard } from "./boards/service/index.ts";
import type { Signals } from "./panels/sources.ts";
import { effectiveSlo } from "./slo.ts";

/** Dashboards by the folder that they are in. */
export interface Catalog {
  platform: Dashboard[];
  services: Dashboard[];
}

/** Every dashboard that there is something to show on; what asks for logs or traces only where these are kept. */
export function catalog({ namespace, sources, services = [], parts = {} }: CatalogArgs): Catalog {
  const signals: Signals = { logs: sources.loki !== undefined, traces: sources.jaeger !== undefined };
  const { remoteWrite = false, metricsServer = true, coredns = true } = parts;
  return {
    platform: [
      environmentDashboard(),
      deliveryDashboard(),
      ...(signals.logs ? [logsDashboard()] : []),
      nodeDashboard(),
      platformDashboard({ ...signals, namespace, remoteWrite, metricsServer, coredns }),
    ],
    services: services.map(({ name, namespace, slo }) =>
      serviceDashboard({ name, namespace }, effectiveSlo(slo), signals),
    ),
  };
}

export type CatalogArgs = Pick<DashboardsArgs, "namespace" | "sources" | "services" | "parts">;
