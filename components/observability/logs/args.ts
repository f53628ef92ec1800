import type { Input } from "@pulumi/pulumi";
import type { PeerArgs } from "../../network/index.ts";
import type { ProgramResourceArgs } from "../../program/index.ts";
import type { LokiArgs } from "./loki/args.ts";
import type { StoreArgs } from "./store/args.ts";

/** Arguments of {@link Logs}. */
export interface LogsArgs extends LokiArgs {
  /** Namespace of the monitoring; it must exist. Plain, because addresses and network policies name it. */
  namespace: string;
  /** Namespace of the agents, whose pods may read files of their node; it must exist. Plain, because its name is in paths. */
  nodeNamespace: string;
  /** Images of the programs. */
  images: LogsImagesArgs;
  /**
   * Services that each get a reader and a queue of their own, so that a flood of one holds up no other. The container has
   * the name of the service. Plain, because the configuration has a part for each.
   * @default - none: all containers of a node share one
   */
  services?: PeerArgs[];
  /**
   * Regular expressions of what must not be kept, in Go's syntax, beside passwords, tokens and keys.
   * @default - none
   * @see https://github.com/google/re2/wiki/Syntax
   */
  redact?: string[];
  /**
   * Most that the lines of one service may take on the disk of a node while they cannot be sent, such as `256Mi`. When it
   * is full, the agent stops reading that service.
   * @default "128Mi"
   */
  queueSize?: string;
  /**
   * Sends lines to Elasticsearch, 8.16 or later, instead of a Loki of this stack. Plain, because there is no Loki then.
   * @default - Loki
   */
  elasticsearch?: StoreArgs;
  /**
   * Sends lines to OpenSearch instead of a Loki of this stack.
   * @default - Loki
   */
  opensearch?: StoreArgs;
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
  resources?: LogsResourcesArgs;
}

/** Images of {@link Logs}. */
export interface LogsImagesArgs {
  /** OpenTelemetry Collector, contrib distribution, 0.158 or later. */
  collector: Input<string>;
  /**
   * Loki, 3.7 or later.
   * @default - none: another store takes the lines
   */
  loki?: Input<string>;
}

/** Resources of {@link Logs}, each in full. */
export interface LogsResourcesArgs {
  /**
   * Resources of the agent of one node. It stops reading before it comes near its memory limit.
   * @default - 256Mi and a core at most
   */
  agent?: ProgramResourceArgs;
  /**
   * Resources of one Loki.
   * @default - 512Mi and a core at most
   */
  loki?: ProgramResourceArgs;
}
