import type { StoreArgs } from "./args.ts";

/** Name of the data stream. */
export function indexOf({ index = "slipway-logs" }: StoreArgs): string {
  return index;
}
