import { setTimeout as sleep } from "node:timers/promises";
import { injectFaults, order, type Asked, type Orders } from "./orders.ts";

/** What a day brings: reads and writes, a caller's mistakes, people who look whether it is well. */
const mix: Asked[] = [
  { path: "/api/v1/orders?limit=5" },
  { method: "POST", path: "/api/v1/orders", body: order },
  { path: "/api/v1/orders/nowhere" },
  { path: "/health" },
  { method: "POST", path: "/api/v1/orders", body: { ...order, currency: "euros" } },
];

/** A service's users, until they are stopped; some of what they ask fails, and some is slow. */
export class Traffic {
  /** Status → how many. */
  readonly answers: Record<number, number> = {};
  readonly began = new Date();
  readonly #running: Promise<void>;
  #stopped = false;

  /** @param perSecond requests in a second */
  constructor(orders: Orders, perSecond: number) {
    this.#running = this.#send(orders, 1000 / perSecond);
    // Whoever stops it sees the error; until then it is not unhandled.
    this.#running.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
    await injectFaults({});
  }

  async #send(orders: Orders, interval: number): Promise<void> {
    await injectFaults({ errorRate: 0.1 });
    // Bounded, whatever becomes of the test.
    const deadline = Date.now() + 300_000;
    for (let sent = 0; !this.#stopped && Date.now() < deadline; sent += 1) {
      const { status } = await orders.send(mix[sent % mix.length]!);
      this.answers[status] = (this.answers[status] ?? 0) + 1;
      await sleep(interval);
    }
  }
}
