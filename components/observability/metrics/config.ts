import { output, type Output } from "@pulumi/pulumi";
import { stringify } from "yaml";
import type { MetricsSpec } from "./spec.ts";
import { seconds } from "./spec.ts";
import { REPLICA, remoteWriteSection } from "./remote-write.ts";
import { scrapeJobs } from "./scrape/index.ts";
import { storageSection } from "./storage.ts";

/** Where the rules are mounted. */
export const RULES = "/etc/prometheus/rules";

/** Seconds that a target has to answer, and never longer than until the next scrape. */
const TIMEOUT = 10;

/**
 * The configuration of a server. The labels that it sends along are the only place where Prometheus replaces variables:
 * the name of the pod tells a pair apart.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/
 */
export function prometheusConfig(spec: MetricsSpec) {
  const rules = Object.keys(spec.rules);
  return {
    global: {
      scrape_interval: spec.scrapeInterval,
      scrape_timeout: timeoutOf(spec),
      evaluation_interval: spec.scrapeInterval,
      external_labels: { cluster: spec.cluster.replaceAll("$", "$$$$"), [REPLICA]: "${POD_NAME}" },
      // Pods without metrics are as many as there are pods; a few of them tell why.
      keep_dropped_targets: 100,
    },
    // File by file: a pattern would also find the hidden folders by which the kubelet changes the files.
    ...(rules.length > 0 && { rule_files: rules.map((file) => `${RULES}/${file}`) }),
    // Of both servers the same, or it would be two alerts.
    alerting: { alert_relabel_configs: [{ action: "labeldrop", regex: REPLICA }] },
    scrape_configs: scrapeJobs(spec),
    storage: storageSection(spec),
    ...(spec.remoteWrite.length > 0 && { remote_write: remoteWriteSection(spec.remoteWrite) }),
  };
}

/** How long a target has, in the form of Prometheus. */
export function timeoutOf({ scrapeInterval }: Pick<MetricsSpec, "scrapeInterval">): string {
  return seconds(scrapeInterval) < TIMEOUT ? scrapeInterval : `${TIMEOUT}s`;
}

/** The same as text; known when the addresses of its stores are. */
export function prometheusYaml(spec: MetricsSpec): Output<string> {
  return output(prometheusConfig(spec)).apply((config) =>
    stringify(config, { lineWidth: 0, aliasDuplicateObjects: false }),
  );
}
