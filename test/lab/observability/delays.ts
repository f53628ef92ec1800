import { setTimeout as sleep } from "node:timers/promises";
import type { Loki } from "./loki.ts";
import type { Orders } from "./orders.ts";
import { waited } from "./wait.ts";

/**
 * Sends a request a second, and returns for each how many seconds its line took to Loki; infinity where it is not there
 * 40 s after the last.
 */
export async function delaysOfLines(orders: Orders, loki: Loki, name: string, count: number): Promise<number[]> {
  const began = new Date();
  const [sent, seen] = [new Map<string, number>(), new Map<string, number>()];
  const send = async () => {
    for (let n = 0; n < count; n += 1) {
      const [id, next] = [`${name}-${n}`, Date.now() + 1000];
      sent.set(id, Date.now());
      await orders.send({ path: "/api/v1/orders?limit=1", headers: { "X-Request-ID": id } });
      await sleep(next - Date.now());
    }
  };
  const look = async () => {
    const lines = await loki.lines(`{service_name="orders"} | request_id=~"${name}-.+"`, began);
    for (const { metadata } of lines) {
      const id = metadata.request_id ?? "";
      if (!seen.has(id)) seen.set(id, Date.now());
    }
    return seen.size === count;
  };
  await Promise.all([send(), waited(count + 40, look, 0.5)]);
  return [...sent].map(([id, time]) => ((seen.get(id) ?? Infinity) - time) / 1000);
}
