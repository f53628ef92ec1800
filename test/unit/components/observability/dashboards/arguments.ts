import type { Dashboard, Panel, RowPanel } from "@grafana/grafana-foundation-sdk/dashboard";
import { catalog, type DashboardsArgs } from "../../../../../components/observability/dashboards/index.ts";
import type { CatalogArgs } from "../../../../../components/observability/dashboards/catalog.ts";

/** The least that Grafana can do with. */
export const least = {
  namespace: "monitoring",
  image: "grafana",
  sources: { prometheus: "http://prometheus.monitoring.svc:9090" },
  adminPassword: "canary-5ecret",
} as const satisfies DashboardsArgs;

/** Everything that there can be. */
export const most = {
  ...least,
  sources: {
    ...least.sources,
    loki: "http://loki.monitoring.svc:3100",
    jaeger: "http://jaeger.monitoring.svc:16686",
  },
  services: [
    { name: "orders", namespace: "shop" },
    { name: "notify", namespace: "shop-eu", slo: { availability: 99.5, latency: { threshold: 1, objective: 95 } } },
  ],
  parts: { remoteWrite: true },
} as const satisfies DashboardsArgs;

/** Every dashboard that the arguments ask for. */
export function dashboardsOf(args: CatalogArgs): Dashboard[] {
  const { platform, services } = catalog(args);
  return [...platform, ...services];
}

/** What a dashboard shows, without its rows. */
export function panelsOf({ panels = [] }: Dashboard): Panel[] {
  return panels.filter((panel): panel is Panel => !isRow(panel));
}

function isRow(panel: Panel | RowPanel): panel is RowPanel {
  return panel.type === "row";
}
