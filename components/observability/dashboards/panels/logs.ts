import { LogsDedupStrategy, LogsSortOrder } from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/logs";
import { described, type PanelArgs } from "./panel.ts";

const HEIGHT = 10;

/** Lines of logs, the latest first, each with its fields and the link to its trace. */
export function logs(args: Omit<PanelArgs, "unit">): PanelBuilder {
  return described(new PanelBuilder(), { height: HEIGHT, unit: "none", ...args })
    .showTime(true)
    .wrapLogMessage(true)
    .enableLogDetails(true)
    .sortOrder(LogsSortOrder.Descending)
    .dedupStrategy(LogsDedupStrategy.None);
}
