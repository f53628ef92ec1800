import { json } from "./cluster.ts";
import type { Series } from "./prometheus.ts";

/** A line as Loki has it. */
export interface Entry {
  /** Nanoseconds. */
  time: bigint;
  line: string;
  /** Labels of its stream. */
  labels: Record<string, string>;
  /** What else is known of it. */
  metadata: Record<string, string>;
}

interface Stream {
  stream: Record<string, string>;
  values: [string, string, { structuredMetadata?: Record<string, string> }?][];
}

/** Loki's default for the most that one query may return. */
const PAGE = 5000;

/** Loki's own API. @see https://grafana.com/docs/loki/latest/reference/loki-http-api/ */
export class Loki {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** What Loki answers to a line of tomorrow, which it must refuse; old ones it takes. */
  async pushEarly(): Promise<number> {
    const time = `${nanoseconds(new Date(Date.now() + 86_400_000))}`;
    const streams = [{ stream: { service_name: "early" }, values: [[time, "too early"]] }];
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify({ streams });
    return (await fetch(`${this.#url}/loki/api/v1/push`, { method: "POST", headers, body })).status;
  }

  /** Every line from `start` on, in order, however many there are. Two that are the same are two. */
  async lines(query: string, start: Date, end: Date = soon()): Promise<Entry[]> {
    const found: Entry[] = [];
    for (let from = nanoseconds(start); ;) {
      const page = await this.#page(query, from, nanoseconds(end));
      const last = page.at(-1);
      if (!last || page.length < PAGE) return [...found, ...page];
      if (page[0]?.time === last.time) throw new Error(`${query}: more than ${PAGE} lines of one moment`);
      // There may be more of the last moment than were on the page: the next one begins with it.
      for (const entry of page) if (entry.time < last.time) found.push(entry);
      from = last.time;
    }
  }

  /** The series of a metric query. */
  async range(query: string, start: Date, end: Date, step: number): Promise<Series[]> {
    const range = { start: `${nanoseconds(start)}`, end: `${nanoseconds(end)}`, step: `${step}` };
    return (await this.#get<Series>("query_range", { query, ...range })).result;
  }

  /** How many lines there are from `start` on. */
  async count(query: string, start: Date): Promise<number> {
    const seconds = Math.ceil((soon().getTime() - start.getTime()) / 1000);
    const asked = { query: `sum(count_over_time(${query} [${seconds}s]))`, time: `${nanoseconds(soon())}` };
    const { result } = await this.#get<Series>("query", asked);
    return Number(result[0]?.value?.[1] ?? 0);
  }

  async #page(query: string, start: bigint, end: bigint): Promise<Entry[]> {
    const range = { start: `${start}`, end: `${end}`, limit: `${PAGE}`, direction: "forward" };
    const { result } = await this.#get<Stream>("query_range", { query, ...range });
    return result
      .flatMap(({ stream: labels, values }) =>
        values.map(([time, line, more]) => ({
          ...{ time: BigInt(time), line, labels },
          metadata: more?.structuredMetadata ?? {},
        })),
      )
      .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  }

  async #get<T>(path: string, parameters: Record<string, string>): Promise<{ resultType: string; result: T[] }> {
    // Without the flag, what is known of a line would be part of its stream: a stream for each line.
    const headers = { "X-Loki-Response-Encoding-Flags": "categorize-labels" };
    const url = `${this.#url}/loki/api/v1/${path}?${new URLSearchParams(parameters).toString()}`;
    const answer = await json<{ data: { resultType: string; result: T[] } }>(url, { headers });
    if (!answer) throw new Error(`Loki knows no ${path}`);
    return answer.data;
  }
}

function nanoseconds(time: Date): bigint {
  return BigInt(time.getTime()) * 1_000_000n;
}

/** A moment from now, so that nothing of this one is missed. */
function soon(): Date {
  return new Date(Date.now() + 1000);
}
