import { DashboardLinkType, type Panel } from "@grafana/grafana-foundation-sdk/dashboard";
import { describe, expect, test } from "vitest";
import { dashboardsOf, least, most, panelsOf } from "./arguments.ts";

const dashboards = dashboardsOf(most);
const named = dashboards.map((dashboard) => [dashboard.uid ?? "", dashboard] as const);

test("uids are what links and bookmarks hold", () => {
  expect(dashboards.map(({ uid }) => uid)).toEqual([
    "slipway-environment",
    "slipway-delivery",
    "slipway-logs",
    "slipway-nodes",
    "slipway-platform",
    "slipway-service-shop-orders",
    expect.stringMatching(/^slipway-service-shop-eu-notify-[0-9a-f]{8}$/),
  ]);
});

test("rendering twice gives the same bytes", () => {
  expect(JSON.stringify(dashboardsOf(most))).toBe(JSON.stringify(dashboards));
});

describe.each(named)("%s", (_, dashboard) => {
  const panels = panelsOf(dashboard);

  test("says what it answers, and is found by its tag", () => {
    expect(dashboard.description).toMatch(/\?$/);
    expect(dashboard.tags).toContain("slipway");
    expect(dashboard.links?.[0]).toMatchObject({ type: "dashboards", tags: ["slipway"], keepTime: true });
  });

  test("every panel has title, description, unit and source, and asks something", () => {
    for (const panel of panels) {
      expect(panel.title, panel.title).toMatch(/^\S/);
      expect(panel.description, panel.title).toMatch(/^[A-Z0-9`].{20,}[.?]$/s);
      expect(panel.fieldConfig?.defaults.unit, panel.title).toBeTruthy();
      expect(["prometheus", "loki", "jaeger"], panel.title).toContain(panel.datasource?.uid);
      expect(panel.targets?.length, panel.title).toBeGreaterThan(0);
    }
  });

  test("targets of a panel ask its source and have names of their own", () => {
    for (const { title, datasource, targets = [] } of panels) {
      const asked = targets as { refId?: string; datasource?: unknown }[];
      for (const target of asked) expect(target.datasource, title).toEqual(datasource);
      expect(new Set(asked.map(({ refId }) => refId)).size, title).toBe(asked.length);
      expect(asked[0]?.refId).toBe("A");
    }
  });

  test("panels have numbers of their own, and titles within their row", () => {
    const ids = dashboard.panels?.map(({ id }) => id);
    expect(ids).toEqual(ids?.map((__, index) => index + 1));
    const rows = new Map<string, string[]>();
    let row = "";
    for (const { type, title = "" } of dashboard.panels ?? []) {
      if (type === "row") row = title;
      else rows.set(row, [...(rows.get(row) ?? []), title]);
    }
    for (const [, titles] of rows) expect(new Set(titles).size).toBe(titles.length);
  });

  test("no panel covers another, and none hangs over the edge", () => {
    const taken = new Map<string, string>();
    for (const panel of dashboard.panels ?? []) {
      const { x, y, w, h } = panel.gridPos ?? { x: -1, y: -1, w: 0, h: 0 };
      expect(x + w, panel.title).toBeLessThanOrEqual(24);
      expect(Math.min(x, y, w - 1, h - 1), panel.title).toBeGreaterThanOrEqual(0);
      for (const cell of cells(x, y, w, h)) {
        expect(taken.get(cell), `${panel.title} at ${cell}`).toBeUndefined();
        taken.set(cell, panel.title ?? "");
      }
    }
  });

  test("what a click leads to is an address, and a query that can be read", () => {
    const links = [
      ...(dashboard.links ?? []),
      ...panels.flatMap(({ fieldConfig }) => fieldConfig?.defaults.links ?? []),
    ];
    for (const { title, url = "" } of links.filter(({ type }) => type === DashboardLinkType.Link)) {
      expect(url, title).toMatch(/^\/(d|explore)[/?]/);
      if (!url.startsWith("/explore")) continue;
      const panes = JSON.parse(new URL(url, "http://g").searchParams.get("panes") ?? "") as Panes;
      expect(panes.a.range).toEqual({ from: "${__from}", to: "${__to}" });
      expect(panes.a.queries[0].datasource.uid).toBe(panes.a.datasource);
      // What Grafana replaces must not be encoded.
      expect(url.match(/\$\{__from\}/g)).toHaveLength(1);
    }
  });
});

interface Panes {
  a: { datasource: string; range: unknown; queries: [{ datasource: { uid: string } }] };
}

function cells(x: number, y: number, w: number, h: number): string[] {
  return Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`);
}

const sourcesOf = (args: Parameters<typeof dashboardsOf>[0]) =>
  new Set(
    dashboardsOf(args).flatMap((dashboard) => panelsOf(dashboard).map(({ datasource }: Panel) => datasource?.uid)),
  );

test.each([
  ["loki", "slipway-logs"],
  ["jaeger", undefined],
] as const)("without %s nothing asks or leads there", (missing, dashboard) => {
  const args = { ...most, sources: { ...most.sources, [missing]: undefined } };
  expect(sourcesOf(args)).not.toContain(missing);
  const text = JSON.stringify(dashboardsOf(args));
  expect(text).not.toContain(`"${missing}"`);
  expect(text).not.toContain(encodeURIComponent(`"${missing}"`));
  expect(dashboardsOf(args).map(({ uid }) => uid)).not.toContain(dashboard ?? missing);
});

test("with metrics alone there are metrics alone, and no collectors to watch", () => {
  expect(sourcesOf({ ...least, services: most.services })).toEqual(new Set(["prometheus"]));
  expect(JSON.stringify(dashboardsOf(least))).not.toMatch(/otelcol_|loki_|jaeger_|traces_span/);
});

test.each([
  [{ remoteWrite: true }, "prometheus_remote_storage_samples_total", true],
  [{}, "prometheus_remote_storage_samples_total", false],
  [{}, "coredns_dns_responses_total", true],
  [{ coredns: false }, "coredns_dns_responses_total", false],
  [{}, "metrics_server_storage_points", true],
  [{ metricsServer: false }, "metrics_server_storage_points", false],
])("of parts %j, %s is shown: %s", (parts, metric, shown) => {
  expect(JSON.stringify(dashboardsOf({ ...least, parts })).includes(metric)).toBe(shown);
});
