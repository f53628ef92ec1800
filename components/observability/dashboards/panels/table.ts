import { PanelBuilder } from "@grafana/grafana-foundation-sdk/table";
import { described, type PanelArgs } from "./panel.ts";

const HEIGHT = 8;

/** Columns of a table: what is shown of the series' labels, in this order, and the heading of each. */
type Columns = Readonly<Record<string, string>>;

/** Rows of labels and a value. */
export function table(args: PanelArgs & { columns: Columns }): PanelBuilder {
  const { columns, ...rest } = args;
  const names = Object.keys(columns);
  return described(new PanelBuilder(), { height: HEIGHT, ...rest })
    .filterable(true)
    .withTransformation({ id: "filterFieldsByName", options: { include: { names } } })
    .withTransformation({
      id: "organize",
      options: { indexByName: Object.fromEntries(names.map((name, index) => [name, index])), renameByName: columns },
    });
}

/** Rows as the data source lays them out. */
export function found(args: PanelArgs): PanelBuilder {
  return described(new PanelBuilder(), { height: HEIGHT, ...args });
}
