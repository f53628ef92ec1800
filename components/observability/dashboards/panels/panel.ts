import type { Builder, Dataquery } from "@grafana/grafana-foundation-sdk/cog";
import type { DataSourceRef } from "@grafana/grafana-foundation-sdk/common";
import type { DashboardLink, Panel, ThresholdsConfig } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Target } from "./targets.ts";

/** What every panel says of itself. */
export interface PanelArgs {
  title: string;
  /** What it answers, and what to do about it: the text behind the panel's i. */
  description: string;
  /** Unit of its values. @see https://github.com/grafana/grafana/blob/main/packages/grafana-data/src/valueFormats/categories.ts */
  unit: string;
  /** Columns of the grid's 24. */
  span: number;
  /** Rows of the grid; defaults to the kind's own. */
  height?: number;
  targets: Target[];
  thresholds?: Builder<ThresholdsConfig>;
  /** What a click on a value leads to. */
  links?: Builder<DashboardLink>[];
  min?: number;
  max?: number;
}

/** What the builders of all kinds of panels have in common; the SDK has no name for it. */
interface PanelBuilder extends Builder<Panel> {
  title(title: string): this;
  description(description: string): this;
  unit(unit: string): this;
  span(columns: number): this;
  height(rows: number): this;
  datasource(datasource: DataSourceRef): this;
  withTarget(target: Builder<Dataquery>): this;
  thresholds(thresholds: Builder<ThresholdsConfig>): this;
  dataLinks(links: Builder<DashboardLink>[]): this;
  min(min: number): this;
  max(max: number): this;
}

const REF_IDS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Gives a panel of any kind what it says of itself. */
export function described<B extends PanelBuilder>(panel: B, args: PanelArgs): B {
  panel.title(args.title).description(args.description).unit(args.unit).span(args.span);
  if (args.height !== undefined) panel.height(args.height);
  if (args.thresholds) panel.thresholds(args.thresholds);
  if (args.links) panel.dataLinks(args.links);
  if (args.min !== undefined) panel.min(args.min);
  if (args.max !== undefined) panel.max(args.max);
  args.targets.forEach(({ source, query }, index) => {
    panel.datasource(source).withTarget(query.refId(REF_IDS.charAt(index)));
  });
  return panel;
}
