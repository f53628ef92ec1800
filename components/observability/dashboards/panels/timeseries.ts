import { GraphThresholdsStyleConfigBuilder, StackingConfigBuilder } from "@grafana/grafana-foundation-sdk/common";
import {
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  SortOrder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import { described, type PanelArgs } from "./panel.ts";

const HEIGHT = 8;

/** Lines over time. Thresholds are drawn as dashed lines. */
export function timeseries(args: PanelArgs): PanelBuilder {
  const panel = described(new PanelBuilder(), { height: HEIGHT, min: 0, ...args })
    .lineWidth(1)
    .fillOpacity(8)
    .showPoints(VisibilityMode.Never)
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending));
  return args.thresholds
    ? panel.thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed))
    : panel;
}

/** The same, each line on top of the one before: for parts of a whole. */
export function stacked(args: PanelArgs): PanelBuilder {
  return timeseries(args).stacking(new StackingConfigBuilder().mode(StackingMode.Normal)).fillOpacity(40);
}
