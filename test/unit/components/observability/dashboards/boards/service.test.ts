import type { Panel } from "@grafana/grafana-foundation-sdk/dashboard";
import { describe, expect, test } from "vitest";
import { serviceDashboard } from "../../../../../../components/observability/dashboards/boards/service/index.ts";
import { expressions } from "../../../../../../components/observability/dashboards/index.ts";
import { effectiveSlo } from "../../../../../../components/observability/dashboards/slo.ts";
import { panelsOf } from "../arguments.ts";

const subject = { name: "orders", namespace: "shop" };
const signals = { logs: true, traces: true };
const promise = { availability: 99.5, latency: { threshold: 0.25, objective: 95 } };
const dashboard = serviceDashboard(subject, promise, signals);

function panel(title: string): Panel {
  const found = panelsOf(dashboard).find((candidate) => candidate.title === title);
  if (!found) throw new Error(`no panel ${title}`);
  return found;
}

const steps = (title: string) =>
  panel(title).fieldConfig?.defaults.thresholds?.steps.map(({ value, color }) => [value, color]);
const exprs = (title: string, of = dashboard) =>
  expressions([of]).flatMap((expression) => (expression.panel === title ? [expression.expr] : []));

describe("thresholds follow from the promise", () => {
  test.each(["30 days", "shown time"])(
    "what is kept over %s is red below the objective, orange close above it",
    (window) => {
      expect(steps(`Availability, ${window}`)).toEqual([
        [null, "red"],
        [0.995, "orange"],
        [expect.closeTo(0.9965, 6), "green"],
      ]);
      expect(steps(`Latency, ${window}`)?.map(([value]) => value)).toEqual([null, 0.95, expect.closeTo(0.965, 6)]);
    },
  );

  test("a budget is red when it is overdrawn, and orange below the part that is left alone", () => {
    for (const name of ["Availability", "Latency"]) {
      expect(steps(`${name} budget left`)).toEqual([
        [null, "red"],
        [0, "orange"],
        [0.3, "green"],
      ]);
    }
  });

  test("lines stand where errors and durations break it", () => {
    expect(steps("Errors")?.[1]).toEqual([0.005, "red"]);
    expect(steps("Duration")?.[1]).toEqual([0.25, "red"]);
    expect(steps("p99 by route")?.[1]).toEqual([0.25, "red"]);
    expect(panel("Duration").fieldConfig?.defaults.custom).toMatchObject({ thresholdsStyle: { mode: "dashed" } });
  });

  test("budgets are divided by what may fail", () => {
    expect(exprs("Availability budget left")[0]).toMatch(/^1 - \(.+\) \/ 0\.005$/);
    expect(exprs("Latency budget left")[0]).toMatch(/^1 - \(.+\) \/ 0\.05$/);
    const usual = serviceDashboard(subject, effectiveSlo(), signals);
    // 1 - 0.999 is 0.0010000000000000009.
    expect(exprs("Availability burn rate", usual)[0]).toMatch(/ \/ 0\.001$/);
  });

  test("its own words say the promise", () => {
    expect(dashboard.description).toContain("99.5 % without errors, 95 % within 0.25 s");
    expect(panel("Availability, 30 days").description).toContain("99.5 %");
  });
});

test.each([
  [0.25, 'le="0.25"'],
  [2.5, 'le="2.5"'],
  // Prometheus 3 writes 1.0, whatever the service wrote.
  [1, 'le=~"1([.]0)?"'],
])("the bucket of %s s is asked for as %s", (threshold, matcher) => {
  const board = serviceDashboard(subject, { ...promise, latency: { threshold, objective: 95 } }, signals);
  expect(exprs("Latency, 30 days", board)[0]).toContain(`status!~"5..",${matcher}}[30d]`);
});

test("every expression is about this service alone", () => {
  for (const { expr, source } of expressions([dashboard])) {
    const selectors = expr.match(/\{[^{}]+\}/g) ?? [];
    expect(selectors.length, expr).toBeGreaterThan(0);
    for (const selector of selectors) {
      expect(selector).toMatch(
        source === "loki" || expr.includes("traces_span") ? /k8s_namespace_name="shop"/ : /namespace="shop"/,
      );
      expect(selector).toMatch(/(service|container|service_name)="orders"/);
    }
  }
});

test("what only exists after an error is zero before it", () => {
  for (const title of ["Availability, 30 days", "Availability budget left", "Availability burn rate"]) {
    for (const expr of exprs(title)) expect(expr).toContain('status=~"5.."}');
    for (const expr of exprs(title)) expect(expr).toContain("or vector(0)) / ");
  }
  expect(exprs("Errors")[0]).toMatch(
    /^\(sum by \(route\) \(.+"5\.\."\}\[.+\]\)\) or 0 \* sum by \(route\) \(.+\)\) \/ sum by/,
  );
});

test("durations show the requests that were traced", () => {
  const targets = (panel("Duration").targets ?? []) as { exemplar?: boolean; legendFormat?: string }[];
  expect(targets.map(({ exemplar, legendFormat }) => [exemplar, legendFormat])).toEqual([
    [true, "p50"],
    [true, "p95"],
    [true, "p99"],
  ]);
});

test("a route's line leads to its lines of the log and to its traces; without these, nowhere", () => {
  const links = (of = dashboard) =>
    panelsOf(of)
      .find(({ title }) => title === "Requests")
      ?.fieldConfig?.defaults.links?.map(({ url = "" }) => decodeURIComponent(url));
  expect(links()?.[0]).toContain(
    `{k8s_namespace_name=\\"shop\\",service_name=\\"orders\\"} | route=\\"\${__field.labels.route}\\"`,
  );
  expect(links()?.[1]).toContain('"service":"orders","tags":"k8s.namespace.name=shop"');
  expect(links(serviceDashboard(subject, promise, { logs: false, traces: false }))).toEqual([]);
});

test("without logs and traces there is no row for them", () => {
  const rows = (of: typeof signals) =>
    serviceDashboard(subject, promise, of).panels?.flatMap(({ type, title }) => (type === "row" ? [title] : []));
  expect(rows(signals)).toEqual(["Promise", "Requests", "Saturation", "Go runtime", "Logs and traces"]);
  expect(rows({ logs: false, traces: false })).toEqual(["Promise", "Requests", "Saturation", "Go runtime"]);
});
