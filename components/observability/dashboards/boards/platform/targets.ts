import { stat } from "../../panels/stat.ts";
import { instant, series } from "../../panels/targets.ts";
import { falling, limit } from "../../panels/thresholds.ts";
import { timeseries } from "../../panels/timeseries.ts";

/** What is scraped, and how long it takes. */
export function targets() {
  return [
    stat({
      title: "Targets down",
      description: "Targets that did not answer the last scrape. Prometheus' /targets page says why.",
      unit: "none",
      span: 4,
      height: 8,
      thresholds: limit(1),
      targets: [instant("count(up == 0) or vector(0)", "down")],
    }),
    timeseries({
      title: "Targets up by job",
      description: "Part of a job's targets that answer. New pods take a scrape or two.",
      unit: "percentunit",
      span: 10,
      max: 1,
      thresholds: falling(1, 0.99),
      targets: [series("avg by (job) (up)", "{{job}}")],
    }),
    timeseries({
      title: "Slowest scrape by job",
      description: "How long the slowest target of a job takes. Near the scrape's timeout its samples are lost.",
      unit: "s",
      span: 10,
      thresholds: limit(10),
      targets: [series("max by (job) (scrape_duration_seconds)", "{{job}}")],
    }),
  ];
}
