import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import {
  DashboardBuilder,
  DashboardCursorSync,
  RowBuilder,
  type Dashboard,
  type DashboardLink,
  type Panel,
  type VariableModel,
} from "@grafana/grafana-foundation-sdk/dashboard";

/** What all dashboards of the platform are found by. */
export const TAG = "slipway";

interface DashboardArgs {
  /** Never changes: links, bookmarks and the annotations of alerts hold it. */
  uid: string;
  title: string;
  /** The question that it answers. */
  description: string;
  tags?: string[];
  variables?: Builder<VariableModel>[];
  links: Builder<DashboardLink>[];
  sections: Section[];
}

/** A row of a dashboard and what stands below it. */
export interface Section {
  title: string;
  panels: Builder<Panel>[];
}

/** A dashboard in the look of the house. Its panels are numbered in their order, so that every rendering is the same. */
export function dashboard(args: DashboardArgs): Dashboard {
  const builder = new DashboardBuilder(args.title)
    .uid(args.uid)
    .description(args.description)
    .tags([TAG, ...(args.tags ?? [])])
    .time({ from: "now-1h", to: "now" })
    .refresh("1m")
    .timezone("browser")
    .tooltip(DashboardCursorSync.Crosshair)
    .variables(args.variables ?? [])
    .links(args.links);
  for (const { title, panels } of args.sections) {
    builder.withRow(new RowBuilder(title));
    panels.forEach((panel) => builder.withPanel(panel));
  }
  const built = builder.build();
  built.panels?.forEach((panel, index) => (panel.id = index + 1));
  return built;
}
