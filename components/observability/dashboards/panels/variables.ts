import {
  QueryVariableBuilder,
  TextBoxVariableBuilder,
  VariableRefresh,
  VariableSort,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { sources } from "./sources.ts";

/** What matches every value of a variable, and in Prometheus nothing but a value. */
const EVERY = ".+";

interface Choice {
  name: string;
  label: string;
  /** Selector of the series or streams whose label is offered. */
  of: string;
  /** The label. */
  by: string;
}

/** A choice among the values of a label of metrics; at first all. */
export function metricLabel({ name, label, of, by }: Choice): QueryVariableBuilder {
  return choice(name, label).datasource(sources.prometheus).query(`label_values(${of}, ${by})`).allValue(EVERY);
}

/** The same for a label of logs; `all` is what "all" matches, `.*` where a stream may lack the label. */
export function logLabel({ name, label, of, by, all = EVERY }: Choice & { all?: string }): QueryVariableBuilder {
  return choice(name, label)
    .datasource(sources.loki)
    .query({ refId: `${name}-values`, type: LABEL_VALUES, label: by, stream: of })
    .allValue(all);
}

/** A text that the viewer types; at first nothing. */
export function search(name: string, label: string): TextBoxVariableBuilder {
  return new TextBoxVariableBuilder(name).label(label).defaultValue("");
}

/** Loki's variable editor tells "names of labels" (0) from "values of a label" (1). */
const LABEL_VALUES = 1;

function choice(name: string, label: string): QueryVariableBuilder {
  return new QueryVariableBuilder(name)
    .label(label)
    .includeAll(true)
    .multi(true)
    .current({ selected: true, text: ["All"], value: ["$__all"] })
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc);
}
