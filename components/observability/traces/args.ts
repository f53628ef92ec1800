import type { Input } from "@pulumi/pulumi";
import type { ProgramResourceArgs } from "../../program/index.ts";
import type { BackendArgs, SamplingArgs, SpanMetricsArgs } from "./gateway/args.ts";
import type { BadgerArgs, ElasticsearchArgs, MemoryArgs } from "./jaeger/args.ts";

/** Arguments of {@link Traces}. */
export interface TracesArgs {
  /** Namespace of the monitoring; it must exist. Plain, because addresses and network policies name it. */
  namespace: string;
  /** Images of the programs. */
  images: TracesImagesArgs;
  /**
   * Number of gateways. Plain, because two or more find each other so that all spans of a trace meet in one of them.
   * @default 1
   */
  replicas?: number;
  /**
   * Which traces are kept.
   * @default - those with an error, those from 500 ms on, and 10 % of the rest
   */
  sampling?: SamplingArgs;
  /** Metrics that are counted from the spans, all of them, before any is dropped. */
  spanMetrics?: SpanMetricsArgs;
  /**
   * Where Jaeger keeps its traces. Plain, because a claim makes it a StatefulSet.
   * @default "memory"
   */
  storage?: "memory" | "badger" | "elasticsearch";
  /** The storage `memory`. */
  memory?: MemoryArgs;
  /** The storage `badger`: files of the one Jaeger. */
  badger?: BadgerArgs;
  /** The storage `elasticsearch`, which is OpenSearch too. */
  elasticsearch?: ElasticsearchArgs;
  /**
   * What takes the traces instead of Jaeger. Plain, because there is no Jaeger then.
   * @default - a Jaeger of its own
   */
  backend?: BackendArgs;
  /**
   * Blocks of addresses that the API server is reached at, on the ports 443 and 6443.
   * @default - private addresses, where every provider that we know of has it
   */
  apiServer?: string[];
  /**
   * Namespace whose pods scrape the metrics.
   * @default - that of the monitoring
   */
  scrapedFrom?: string;
  /**
   * Resources of the programs.
   * @default - what was measured, with room
   */
  resources?: TracesResourcesArgs;
}

/** Images of {@link Traces}. */
export interface TracesImagesArgs {
  /** OpenTelemetry Collector, contrib distribution, 0.158 or later. */
  collector: Input<string>;
  /**
   * Jaeger all-in-one, 1.62.
   * @default - none: a backend takes the traces
   */
  jaeger?: Input<string>;
}

/** Resources of {@link Traces}, each in full. */
export interface TracesResourcesArgs {
  /**
   * Resources of one gateway. It refuses spans before it comes near its memory limit.
   * @default - 256Mi and half a core at most
   */
  gateway?: ProgramResourceArgs;
  /**
   * Resources of Jaeger.
   * @default - by storage
   */
  jaeger?: ProgramResourceArgs;
}
