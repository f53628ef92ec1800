import { describe, expect, test } from "vitest";
import { expressions } from "../../../../../components/observability/dashboards/index.ts";
import { dashboard } from "../../../../../components/observability/dashboards/panels/dashboard.ts";
import { lines, series } from "../../../../../components/observability/dashboards/panels/targets.ts";
import { timeseries } from "../../../../../components/observability/dashboards/panels/timeseries.ts";
import { logLabel, metricLabel, search } from "../../../../../components/observability/dashboards/panels/variables.ts";
import { dashboardsOf, most } from "./arguments.ts";
import { syntaxErrors } from "./parse.ts";

const all = expressions(dashboardsOf(most));

describe("every expression", () => {
  test.each(all.map((expression) => [`${expression.dashboard}: ${expression.panel}`, expression] as const))(
    "%s parses",
    (_, expression) => {
      expect(syntaxErrors(expression)).toEqual([]);
    },
  );

  test("of both languages, and of every dashboard, is among them", () => {
    expect(new Set(all.map(({ source }) => source))).toEqual(new Set(["prometheus", "loki"]));
    expect(new Set(all.map(({ dashboard }) => dashboard))).toEqual(new Set(dashboardsOf(most).map(({ uid }) => uid)));
  });

  test("has no variable left, and no object in its place", () => {
    for (const { expr } of all) expect(expr).not.toMatch(/\$|undefined|\[object/);
  });
});

test.each([
  ["prometheus", "sum by (route (rate(http_requests_total[5m]))"],
  ["prometheus", "sum(rate(http_requests_total[5m))"],
  ["prometheus", 'up{job="a"'],
  ["prometheus", ""],
  ["loki", '{service_name="orders"} |= `a'],
  ["loki", "sum by (service_name) (rate({a=~`.+`}))"],
  ["loki", '{service_name=="orders"}'],
] as const)("a broken expression of %s is found: %s", (source, expr) => {
  expect(syntaxErrors({ source, expr })).not.toEqual([]);
});

const board = (...exprs: string[]) =>
  dashboard({
    uid: "a",
    title: "A",
    description: "A",
    links: [],
    variables: [
      metricLabel({ name: "namespace", label: "Namespace", of: 'kube_pod_info{node="n"}', by: "namespace" }),
      logLabel({ name: "level", label: "Level", of: "", by: "severity_text", all: ".*" }),
      search("search", "Text"),
    ],
    sections: [
      {
        title: "S",
        panels: exprs.map((expr) =>
          timeseries({ title: "P", description: "P", unit: "none", span: 24, targets: [series(expr, "")] }),
        ),
      },
    ],
  });

test("a variable stands for all that can be chosen, a search for nothing, Grafana's own for what they are told to", () => {
  const times = { rateInterval: "4m", interval: "15s", range: "6h" };
  const [asked, namespaces, levels] = expressions(
    [board('rate(a{n=~"$namespace",l=~"${level:regex}",s="x$search"}[$__rate_interval]) + b[$__range:$__interval]')],
    times,
  );
  expect(asked).toEqual({
    dashboard: "a",
    panel: "P",
    source: "prometheus",
    expr: 'rate(a{n=~".+",l=~".*",s="x"}[4m]) + b[6h:15s]',
    instant: false,
  });
  expect(namespaces).toMatchObject({ panel: "namespace", source: "prometheus", expr: 'kube_pod_info{node="n"}' });
  expect(levels).toMatchObject({ panel: "level", source: "loki", expr: '{severity_text=~".+"}' });
});

test.each(["rate(a[$__rate_intervall])", 'a{b="$pod"}', 'a{b="${pod}"}'])(
  "%s has a variable that nobody declared",
  (expr) => {
    expect(() => expressions([board(expr)])).toThrow(/^a, P: the dashboard has no variable \$/);
  },
);

test("a target without an expression, as Jaeger's are, is none of them", () => {
  const jaeger = dashboardsOf(most).flatMap(({ panels = [] }) => JSON.stringify(panels).match(/"queryType":"search"/g));
  expect(jaeger.filter(Boolean).length).toBeGreaterThan(0);
  expect(all.filter(({ panel }) => panel === "Failed requests")).toEqual([]);
});

test("lines are asked over time", () => {
  const panel = timeseries({ title: "P", description: "P", unit: "none", span: 24, targets: [lines('{a="b"}')] });
  const built = dashboard({
    uid: "b",
    title: "B",
    description: "B",
    links: [],
    sections: [{ title: "S", panels: [panel] }],
  });
  expect(expressions([built])).toEqual([
    { dashboard: "b", panel: "P", source: "loki", expr: '{a="b"}', instant: false },
  ]);
});
