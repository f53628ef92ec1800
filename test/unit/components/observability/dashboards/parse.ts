import { parser as logql } from "@grafana/lezer-logql";
import { parser as promql } from "@prometheus-io/lezer-promql";
import type { Expression } from "../../../../../components/observability/dashboards/index.ts";

const parsers = { prometheus: promql, loki: logql };

/** Where an expression is none, by the languages' own grammars: the text from each place on that does not parse. */
export function syntaxErrors({ source, expr }: Pick<Expression, "source" | "expr">): string[] {
  const errors: string[] = [];
  parsers[source].parse(expr).iterate({
    enter({ type, from }) {
      if (type.isError) errors.push(expr.slice(from));
    },
  });
  return errors;
}
