import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { json, pods } from "./cluster.ts";
import { HOST, TENANT } from "./stack.ts";

/** A request to the service. */
export interface Asked {
  method?: string;
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  body: string;
}

/** The service, through the gateway. */
export class Orders {
  readonly #gateway: string;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(gateway: string) {
    this.#gateway = gateway;
  }

  send({ method = "GET", path, body, headers = {} }: Asked): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const content = body === undefined ? {} : { "Content-Type": "application/json" };
    const options = { agent: this.#agent, method, timeout: 10_000, headers: { ...headers, ...content, Host: HOST } };
    const sent = request(`http://${this.#gateway}${path}`, options, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    sent.on("timeout", () => sent.destroy(new Error(`no answer from ${path}`)));
    sent.on("error", reject).end(body === undefined ? undefined : JSON.stringify(body));
    return promise;
  }

  close(): void {
    this.#agent.destroy();
  }
}

export const order = { customer: "ada", currency: "EUR", items: [{ sku: "book", quantity: 1, unitPrice: 1250 }] };

/** A trace of ours, and the header that has the service go on with it. @see https://www.w3.org/TR/trace-context/ */
export function newTrace(id = randomBytes(16).toString("hex")): { id: string; headers: { traceparent: string } } {
  return { id, headers: { traceparent: `00-${id}-${randomBytes(8).toString("hex")}-01` } };
}

/** What the service is told to do wrong from now on, in each of its pods. */
export async function injectFaults(faults: { errorRate?: number; latency?: string }): Promise<void> {
  const body = JSON.stringify({ errorRate: 0, latency: "0s", ...faults });
  for (const { status } of await pods(TENANT, "orders")) {
    await json(`http://${status.podIP}:6060/faults`, { method: "PUT", body });
  }
}
