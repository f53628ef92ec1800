import { setTimeout as sleep } from "node:timers/promises";
import { isTransient } from "./errors.ts";
import type { Transport } from "./transport.ts";

/** Asks again, after these pauses in milliseconds, where an API server is overloaded or does not answer. */
export function patient(send: Transport, pauses: readonly number[]): Transport {
  return async (request) => {
    for (const pause of pauses) {
      try {
        return await send(request);
      } catch (error) {
        // A name made by the server would be made twice.
        if (!isTransient(error) || request.method === "POST") throw error;
        await sleep(pause);
      }
    }
    return send(request);
  };
}
