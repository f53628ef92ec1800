import type { Dashboard, Panel, RowPanel, VariableModel } from "@grafana/grafana-foundation-sdk/dashboard";

/** Something that a dashboard asks Prometheus or Loki, as these get it. */
export interface Expression {
  /** Uid of the dashboard. */
  dashboard: string;
  /** Title of the panel, or name of the variable. */
  panel: string;
  source: "prometheus" | "loki";
  /** PromQL or LogQL, every variable of Grafana replaced. */
  expr: string;
  /** Whether the value of now is asked for, or series over time. */
  instant: boolean;
}

/** What stands for Grafana's own variables: durations such as `2m`. */
interface Times {
  rateInterval: string;
  interval: string;
  range: string;
}

/** Those of an hour on a screen, at a scrape interval of 30 s. */
const HOUR: Times = { rateInterval: "2m", interval: "1m", range: "1h" };

/**
 * Every expression of the dashboards, those of their variables among them, as it is asked when each variable is at "all".
 *
 * @throws Error where an expression has a variable that the dashboard does not declare
 */
export function expressions(dashboards: readonly Dashboard[], times: Partial<Times> = {}): Expression[] {
  return dashboards.flatMap((dashboard) => expressionsOf(dashboard, { ...HOUR, ...times }));
}

function expressionsOf({ uid = "", panels = [], templating }: Dashboard, times: Times): Expression[] {
  const variables = templating.list ?? [];
  const values = {
    ...grafana(times),
    ...Object.fromEntries(variables.map((variable) => [variable.name, every(variable)])),
  };
  return [...panels.flatMap(asked), ...variables.flatMap(offered)].map((asked) => ({
    ...asked,
    dashboard: uid,
    expr: substituted(asked.expr, values, `${uid}, ${asked.panel}`),
  }));
}

function grafana({ rateInterval, interval, range }: Times): Record<string, string> {
  return { __rate_interval: rateInterval, __interval: interval, __range: range };
}

type Asked = Omit<Expression, "dashboard">;

function asked(panel: Panel | RowPanel): Asked[] {
  const targets = ("targets" in panel ? (panel.targets ?? []) : []) as Partial<Query>[];
  return targets.flatMap(({ datasource, expr, instant = false }) => {
    const source = datasource?.type;
    if (expr === undefined || (source !== "prometheus" && source !== "loki")) return [];
    return [{ panel: panel.title ?? "", source, expr, instant }];
  });
}

/** What queries of both data sources have in common. */
interface Query {
  datasource: { type?: string };
  expr: string;
  instant: boolean;
}

/** The series or streams whose label a variable offers. */
function offered({ name, query, datasource }: VariableModel): Asked[] {
  if (typeof query === "object")
    return streams(query).map((expr) => ({ panel: name, source: "loki", expr, instant: false }));
  const selector = /^label_values\((.+), \w+\)$/.exec(query ?? "")?.[1];
  if (datasource?.type !== "prometheus" || selector === undefined) return [];
  return [{ panel: name, source: "prometheus", expr: selector, instant: true }];
}

/** A variable without a selector offers the label of every stream: those that have it. */
function streams({ label, stream }: { label?: string; stream?: string }): string[] {
  return label === undefined ? [] : [stream === undefined || stream === "" ? `{${label}=~".+"}` : stream];
}

/** What a variable stands for when "all" is chosen, or nothing is typed. */
function every({ allValue, query }: VariableModel): string {
  return allValue ?? (typeof query === "string" ? query : "");
}

function substituted(expr: string, values: Record<string, string>, where: string): string {
  return expr.replaceAll(/\$(?:\{(\w+)(?::\w+)?\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
    const value = values[braced ?? bare ?? ""];
    if (value === undefined) throw new Error(`${where}: the dashboard has no variable ${whole}.`);
    return value;
  });
}
