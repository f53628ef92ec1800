/** Settings of one part of a collector, as its own documentation names them. */
export type Settings = Record<string, unknown>;

/** A collector's configuration: parts by name, and the pipelines that they are put together to. */
export interface AgentConfig {
  receivers: Record<string, Settings>;
  processors: Record<string, Settings>;
  exporters: Record<string, Settings>;
  extensions: Record<string, Settings>;
  service: { extensions: string[]; telemetry: Settings; pipelines: Record<string, Pipeline> };
}

/** What lines pass through, in this order. */
export interface Pipeline {
  receivers: string[];
  processors: string[];
  exporters: string[];
}
