import type { SecretReference } from "../../../configuration/index.ts";
import type { OpeningArgs } from "../../../network/index.ts";
import type { Settings } from "./settings.ts";

/** Where the agents send lines to. */
export interface Sink {
  /** Type of its exporter. */
  type: string;
  /** Settings of the exporter, without its queue. */
  exporter: Settings;
  /** Further parts of the collector that it needs. */
  extensions: Record<string, Settings>;
  secretReferences: SecretReference[];
  /** What must be open for it. */
  opening: OpeningArgs;
}
