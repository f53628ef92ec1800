import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** What became of every request of a load: each is counted once. */
export interface Outcomes {
  sent: number;
  /** Status code or error code → how many. */
  by: Record<string, number>;
}

/**
 * Sends GET requests at a steady rate until stopped, each on a connection of its own, so that every one of them depends
 * on the endpoints being right at that moment. Bounded in time, whatever the caller does.
 */
export class SteadyLoad {
  readonly outcomes: Outcomes = { sent: 0, by: {} };
  readonly #url: string;
  readonly #pending = new Set<Promise<void>>();
  readonly #running: Promise<void>;
  #stopped = false;

  constructor(url: string, perSecond: number, limitSeconds = 120) {
    this.#url = url;
    this.#running = this.#send(1000 / perSecond, Date.now() + limitSeconds * 1000);
  }

  /** Stops sending, waits for what is under way, and returns the count. */
  async stop(): Promise<Outcomes> {
    this.#stopped = true;
    await this.#running;
    await Promise.all(this.#pending);
    return this.outcomes;
  }

  async #send(interval: number, deadline: number): Promise<void> {
    while (!this.#stopped && Date.now() < deadline) {
      this.outcomes.sent += 1;
      const one = get(this.#url).then((outcome) => {
        this.outcomes.by[outcome] = (this.outcomes.by[outcome] ?? 0) + 1;
        this.#pending.delete(one);
      });
      this.#pending.add(one);
      await sleep(interval);
    }
  }
}

function get(url: string): Promise<string> {
  return new Promise((resolve) => {
    const sent = request(url, { agent: false, timeout: 5000 }, (response) => {
      response.resume();
      response.on("end", () => resolve(String(response.statusCode)));
      response.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    });
    sent.on("timeout", () => sent.destroy(new Error("timeout")));
    sent.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.end();
  });
}
