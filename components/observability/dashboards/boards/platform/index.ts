import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import type { Dashboard, Panel } from "@grafana/grafana-foundation-sdk/dashboard";
import { dashboard, type Section } from "../../panels/dashboard.ts";
import { menu } from "../../panels/links.ts";
import type { Signals } from "../../panels/sources.ts";
import { PLATFORM } from "../../uid.ts";
import { cluster } from "./cluster.ts";
import { collectors } from "./collectors.ts";
import { jaeger } from "./jaeger.ts";
import { loki } from "./loki.ts";
import { programs } from "./programs.ts";
import { prometheus } from "./prometheus.ts";
import { targets } from "./targets.ts";

/** What there is to watch, beside Prometheus, its targets and the API server. */
export interface Platform extends Signals {
  /** Namespace of the monitoring. */
  namespace: string;
  remoteWrite: boolean;
  metricsServer: boolean;
  coredns: boolean;
}

/** Whether what watches the services is well itself. */
export function platformDashboard(platform: Platform): Dashboard {
  const { logs, traces, namespace } = platform;
  return dashboard({
    uid: PLATFORM,
    title: "Platform",
    description:
      "Can the other dashboards be believed: is everything scraped, does every line and span arrive, and do API server and DNS answer?",
    links: [menu()],
    sections: [
      { title: "Targets", panels: targets() },
      { title: "Prometheus", panels: prometheus(platform) },
      ...section("Collectors", logs || traces, () => collectors(platform)),
      ...section("Loki", logs, loki),
      ...section("Jaeger", traces, jaeger),
      { title: "Cluster", panels: cluster(platform) },
      { title: "Programs", panels: programs(namespace) },
    ],
  });
}

function section(title: string, there: boolean, panels: () => Builder<Panel>[]): Section[] {
  return there ? [{ title, panels: panels() }] : [];
}
