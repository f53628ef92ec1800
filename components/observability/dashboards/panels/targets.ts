import type { DataSourceRef } from "@grafana/grafana-foundation-sdk/common";
import { DataqueryBuilder as LokiQuery } from "@grafana/grafana-foundation-sdk/loki";
import { DataqueryBuilder as PrometheusQuery, PromQueryFormat } from "@grafana/grafana-foundation-sdk/prometheus";
import { JaegerQuery } from "./jaeger.ts";
import { sources } from "./sources.ts";

/** What a panel asks, and whom. */
export interface Target {
  source: DataSourceRef;
  query: PrometheusQuery | LokiQuery | JaegerQuery;
}

/** A series over the panel's time, named by a template such as `{{route}}`. */
export function series(expr: string, legend: string): Target {
  return metrics((query) => query.expr(expr).legendFormat(legend).range());
}

/** The same, with the requests that were sampled as dots that lead to their traces. */
export function seriesWithExemplars(expr: string, legend: string): Target {
  return metrics((query) => query.expr(expr).legendFormat(legend).range().exemplar(true));
}

/** The value of now. */
export function instant(expr: string, legend: string): Target {
  return metrics((query) => query.expr(expr).legendFormat(legend).instant());
}

/** The series of now as rows, their labels as columns. */
export function rows(expr: string): Target {
  return metrics((query) => query.expr(expr).format(PromQueryFormat.Table).instant());
}

/** Lines of logs. */
export function lines(expr: string, max = 200): Target {
  return streams((query) => query.expr(expr).maxLines(max));
}

/** Lines of logs, counted or measured over time. */
export function lineSeries(expr: string, legend: string): Target {
  return streams((query) => query.expr(expr).legendFormat(legend));
}

/** The latest traces of a service that have all of the tags, such as `error=true`. */
export function traces(service: string, tags: string): Target {
  return { source: sources.jaeger, query: new JaegerQuery({ service, tags, limit: 20 }) };
}

function metrics(ask: (query: PrometheusQuery) => PrometheusQuery): Target {
  const source = sources.prometheus;
  return { source, query: ask(new PrometheusQuery().datasource(source)) };
}

function streams(ask: (query: LokiQuery) => LokiQuery): Target {
  const source = sources.loki;
  return { source, query: ask(new LokiQuery().datasource(source).queryType("range")) };
}
