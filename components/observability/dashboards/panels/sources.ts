import type { DataSourceRef } from "@grafana/grafana-foundation-sdk/common";

/** Data sources by uid: fixed, so that a dashboard, a link and a bookmark mean the same one in every cluster. */
export const sources = {
  prometheus: { type: "prometheus", uid: "prometheus" },
  loki: { type: "loki", uid: "loki" },
  jaeger: { type: "jaeger", uid: "jaeger" },
} as const satisfies Record<string, DataSourceRef>;

/** Where a dashboard may look; without one, what needs it is left out. Metrics are always there. */
export interface Signals {
  logs: boolean;
  traces: boolean;
}
