import { bytes } from "../../../quantity.ts";
import { STORAGE } from "./receivers.ts";
import type { Settings } from "./settings.ts";

/** Bytes of a request at most: more than a single line may have, which the exporter would drop with all that follow. */
const BATCH = 1536 * 1024;

/** Bytes of a queue at least: what a reader hands over at once, 100 lines of the longest kind, must find room. */
export const SMALLEST_QUEUE = "128Mi";

/**
 * The queue of a source on the node's disk. Behind it lines are put together to requests, not before it: what waits in
 * memory would be lost with the agent. Where it is full, its reader waits, and the lines stay in their file.
 * @see https://github.com/open-telemetry/opentelemetry-collector/blob/main/exporter/exporterhelper/README.md
 */
export function queue(size: string): Settings {
  return {
    storage: STORAGE,
    sizer: "bytes",
    queue_size: bytes(size),
    block_on_overflow: true,
    num_consumers: 2,
    batch: { flush_timeout: "500ms", min_size: BATCH / 3, max_size: BATCH },
  };
}
