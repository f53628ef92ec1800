import { BigValueColorMode, BigValueGraphMode, ReduceDataOptionsBuilder } from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/stat";
import { described, type PanelArgs } from "./panel.ts";

const HEIGHT = 4;

/** One number, coloured by its thresholds. */
export function stat(args: PanelArgs): PanelBuilder {
  return described(new PanelBuilder(), { height: HEIGHT, ...args })
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(["lastNotNull"]))
    .colorMode(args.thresholds ? BigValueColorMode.Value : BigValueColorMode.None)
    .graphMode(BigValueGraphMode.None);
}
