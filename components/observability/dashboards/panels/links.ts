import { DashboardLinkBuilder, DashboardLinkType } from "@grafana/grafana-foundation-sdk/dashboard";
import { TAG } from "./dashboard.ts";
import { sources } from "./sources.ts";

/** From metrics to logs: the lines of a query, at the time of what was clicked. */
export function toLogs(title: string, expr: string): DashboardLinkBuilder {
  return link(title, explore("loki", { expr, queryType: "range" }));
}

/** From metrics to traces: those of a service that have all of the tags, at the time of what was clicked. */
export function toTraces(title: string, service: string, tags: string): DashboardLinkBuilder {
  return link(title, explore("jaeger", { queryType: "search", service, tags, limit: 20 }));
}

/** Another dashboard at the same time, with its variables set. */
export function toDashboard(title: string, uid: string, variables: Record<string, string>): DashboardLinkBuilder {
  const set = Object.entries(variables).map(([name, value]) => `var-${name}=${encodeURIComponent(value)}`);
  return link(title, `/d/${uid}?${set.join("&")}`).keepTime(true);
}

/** A menu of the other dashboards, which keeps time and variables. */
export function menu(): DashboardLinkBuilder {
  return new DashboardLinkBuilder("Slipway")
    .type(DashboardLinkType.Dashboards)
    .tags([TAG])
    .asDropdown(true)
    .includeVars(true)
    .keepTime(true);
}

function link(title: string, url: string): DashboardLinkBuilder {
  return new DashboardLinkBuilder(title).type(DashboardLinkType.Link).url(url);
}

/** A query in Explore. @see https://grafana.com/docs/grafana/latest/explore/get-started-with-explore/#generate-explore-urls-from-external-tools */
function explore(source: keyof typeof sources, query: Record<string, unknown>): string {
  const datasource = sources[source];
  const pane = {
    datasource: datasource.uid,
    queries: [{ refId: "A", datasource, ...query }],
    range: { from: "${__from}", to: "${__to}" },
  };
  return `/explore?schemaVersion=1&orgId=1&panes=${encoded(JSON.stringify({ a: pane }))}`;
}

/** Percent-encoded but for `${…}`, which Grafana must still find. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/%24%7B([\w.]+)%7D/g, "$${$1}");
}
