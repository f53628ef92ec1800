import { stringify } from "yaml";
import { agentPorts } from "../ports.ts";
import { passing, processors } from "./processors.ts";
import { queue } from "./queue.ts";
import { receiver, STORAGE } from "./receivers.ts";
import type { AgentConfig, Settings } from "./settings.ts";
import type { Sink } from "./sink.ts";
import type { Source } from "./sources.ts";
import { fileStorage } from "./storage.ts";

/** What the configuration of an agent is built from. */
export interface AgentSpec {
  sources: Source[];
  sink: Sink;
  redact: string[];
  queueSize: string;
}

/** @see https://opentelemetry.io/docs/collector/internal-telemetry/ */
const telemetry: Settings = {
  logs: { encoding: "json" },
  metrics: {
    level: "normal",
    readers: [{ pull: { exporter: { prometheus: { host: "0.0.0.0", port: agentPorts.ownMetrics } } } }],
  },
};

/**
 * A reader, a pipeline and a queue for each source, so that none waits for another.
 * @see https://opentelemetry.io/docs/collector/configuration/
 */
export function agentConfig({ sources, sink, redact, queueSize }: AgentSpec): AgentConfig {
  const extensions = {
    health_check: { endpoint: `0.0.0.0:${agentPorts.health}` },
    [STORAGE]: fileStorage,
    ...sink.extensions,
  };
  const exporter = { ...sink.exporter, sending_queue: queue(queueSize) };
  return {
    receivers: Object.fromEntries(sources.map((source) => [reading(source), receiver(source)])),
    processors: processors(redact),
    exporters: Object.fromEntries(sources.map((source) => [sending(source, sink), exporter])),
    extensions,
    service: {
      extensions: Object.keys(extensions),
      telemetry,
      pipelines: Object.fromEntries(
        sources.map((source) => [
          `logs/${source.name}`,
          { receivers: [reading(source)], processors: passing(source), exporters: [sending(source, sink)] },
        ]),
      ),
    },
  };
}

function reading({ name }: Source): string {
  return `file_log/${name}`;
}

function sending({ name }: Source, { type }: Sink): string {
  return `${type}/${name}`;
}

/**
 * The same as the file that the collector reads: parts that several share are written once, as anchors. A `$` begins a
 * variable there, unless it is doubled.
 */
export function agentFile(config: AgentConfig): string {
  return stringify(config, { lineWidth: 0 }).replaceAll(/\$(?!\{(env|file):)/g, () => "$$");
}
